-- The inbox: every accepted event as it was received, known by source and id for ever.

create sequence inbox_event_seq start with 500 increment by 500;

create table inbox_event (
  id              bigint           not null,
  source          varchar(255)     not null,
  event_id        varchar(255)     not null,
  conversation_id bigint           not null,
  type            varchar(64)      not null,
  occurred_at     timestamp with time zone not null,
  received_at     timestamp with time zone not null,
  content_hash    varchar(43)      not null,
  late            boolean          not null,
  payload         varchar(1048576) not null,
  constraint inbox_event_pk primary key (id),
  -- the id first: a list of ids of one source is looked up by H2 only through an index that begins with it
  constraint inbox_event_key unique (event_id, source)
);

create index inbox_event_of_conversation on inbox_event (conversation_id);

-- What was refused for its content, with the reason.

create sequence quarantined_event_seq start with 50 increment by 50;

create table quarantined_event (
  id              bigint           not null,
  source          varchar(255),
  event_id        varchar(255),
  received_at     timestamp with time zone not null,
  code            varchar(64)      not null,
  pointer         varchar(1024)    not null,
  detail          varchar(2000)    not null,
  payload         varchar(1048576) not null,
  constraint quarantined_event_pk primary key (id)
);

create index quarantined_event_received on quarantined_event (received_at);
