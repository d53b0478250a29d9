-- What questions that could not be answered have in common. The grouping works behind the scenes: what it has still to do
-- stands in grouping_due, and only who has the turn writes.

create sequence topic_seq start with 1 increment by 1;

create table topic (
  id           bigint        not null,
  language     varchar(35)   not null,
  title        varchar(300)  not null,
  phrases      varchar(300)  not null,
  -- a person called it so
  named        boolean       default false not null,
  created_at   timestamp with time zone not null,
  -- where most of its questions went, once it has none any more
  successor_id bigint,
  constraint topic_pk primary key (id)
);

alter table unanswered_question add column topic_id bigint;
-- a person put it into its topic
alter table unanswered_question add column placed boolean default false not null;
-- 1: to be grouped, 2: to be forgotten by the grouping, which takes those already asked first
alter table unanswered_question add column grouping_due smallint default 1;

update unanswered_question set grouping_due = null where question is null;

create index unanswered_question_due on unanswered_question (grouping_due, id);
create index unanswered_question_topic on unanswered_question (topic_id, asked_at);

-- What a question means, in the words of the model that was asked: 16 bits a component, big-endian, over 32767.

create table question_vector (
  question_id bigint      not null,
  model       varchar(64) not null,
  vector      bytea       not null,
  constraint question_vector_pk primary key (question_id)
);

create table grouping_turn (
  id         smallint not null,
  owner      varchar(64),
  held_until timestamp with time zone,
  constraint grouping_turn_pk primary key (id)
);

insert into grouping_turn (id) values (1);
