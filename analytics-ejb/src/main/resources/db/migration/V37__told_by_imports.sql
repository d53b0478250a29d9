-- Which conversations each import has told of: they get no verdict before it is through with its file, and can be
-- re-evaluated together afterwards.

create table import_conversation (
  job_id          bigint not null,
  conversation_id bigint not null,
  constraint import_conversation_pk primary key (job_id, conversation_id)
);

-- Orders of one person wait here for one another, so that each counts those before it.

create table export_turn (
  person varchar(255) not null,
  constraint export_turn_pk primary key (person)
);

-- Whoever begins a conversation writes its key here, and takes it away again in the same transaction: another who begins
-- the same one waits for the end of that transaction, and finds it. The table is empty to everybody.

create table arriving_conversation (
  source      varchar(255) not null,
  external_id varchar(255) not null,
  constraint arriving_conversation_pk primary key (external_id, source)
);
