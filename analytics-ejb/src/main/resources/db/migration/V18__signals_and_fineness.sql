-- Of which sources' conversations questions are derived that seem not to have been answered. Where something was decided
-- anew, all conversations of the source are gone through, in the order of their ids: how far is kept here, null when done.

create table question_derivation (
  source                  varchar(255) not null,
  before_handoff          boolean      not null,
  before_ungrounded_reply boolean      not null,
  gone_through            bigint,
  constraint question_derivation_pk primary key (source)
);

-- How fine topics are, and what another fineness would make of them.

create table topic_fineness (
  id       smallint    not null,
  fineness varchar(16) not null,
  constraint topic_fineness_pk primary key (id)
);

insert into topic_fineness (id, fineness) values (1, 'STANDARD');

create table fineness_effect (
  fineness    varchar(16) not null,
  asked_at    timestamp with time zone not null,
  -- null while it is being found out
  found_at    timestamp with time zone,
  topics_now  integer,
  topics_then integer,
  constraint fineness_effect_pk primary key (fineness)
);

-- The topics of an example, and the questions in the middle of the parts that one would be divided into.

create table fineness_example (
  fineness    varchar(16) not null,
  example     smallint    not null,
  part        smallint    not null,
  kind        varchar(8)  not null,
  questions   integer     not null,
  topic_id    bigint,
  question_id bigint,
  constraint fineness_example_pk primary key (fineness, example, part)
);
