-- What the customer agent is told when it asks, each with all its revisions.

create sequence short_answer_seq start with 50 increment by 50;

create table short_answer (
  id                 bigint         not null,
  version            bigint         not null,
  -- the latest revision, for the list
  revision           integer        not null,
  question           varchar(500)   not null,
  answer             varchar(5000)  not null,
  language           varchar(35)    not null,
  -- the one that the agent reads; null where it reads none
  published_revision integer,
  state              varchar(16)    not null,
  owner              varchar(255)   not null,
  review_on          date,
  created_at         timestamp with time zone not null,
  created_by         varchar(255)   not null,
  changed_at         timestamp with time zone not null,
  changed_by         varchar(255)   not null,
  constraint short_answer_pk primary key (id)
);

create index short_answer_changed on short_answer (changed_at, id);
create index short_answer_review on short_answer (review_on, id);

create table short_answer_revision (
  answer_id     bigint         not null,
  number        integer        not null,
  question      varchar(500)   not null,
  answer        varchar(5000)  not null,
  language      varchar(35)    not null,
  written_at    timestamp with time zone not null,
  written_by    varchar(255)   not null,
  restored_from integer,
  published_at  timestamp with time zone,
  published_by  varchar(255),
  constraint short_answer_revision_pk primary key (answer_id, number),
  constraint short_answer_revision_of foreign key (answer_id) references short_answer (id)
);
