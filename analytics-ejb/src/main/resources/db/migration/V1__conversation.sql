-- A conversation, what was said in it, and what follows from that.
-- Moments are kept to the microsecond; every table that grows carries the conversation's id.

create sequence conversation_seq start with 50 increment by 50;

create table conversation (
  id                    bigint        not null,
  version               bigint        not null,
  source                varchar(255)  not null,
  external_id           varchar(255)  not null,

  -- the earliest conversation.started
  start_at              timestamp with time zone,
  start_event_id        varchar(255),
  channel               varchar(64)   not null,
  language              varchar(35),
  ticket_id             varchar(255),
  ticket_url            varchar(2048),

  -- the earliest assignment of a customer agent
  assigned_at           timestamp with time zone,
  assigned_event_id     varchar(255),
  assigned_agent_id     varchar(255),
  assigned_agent_name   varchar(255),

  -- the latest conversation.closed
  closed_at             timestamp with time zone,
  closed_event_id       varchar(255),
  closed_by_kind        varchar(16),
  closed_by_id          varchar(255),
  closed_by_name        varchar(255),
  closed_late           boolean,
  ticket_closed         boolean       not null,

  -- the latest word on each flag
  test                  boolean       not null,
  test_at               timestamp with time zone,
  test_event_id         varchar(255),
  spam                  boolean       not null,
  spam_at               timestamp with time zone,
  spam_event_id         varchar(255),
  redacted              boolean       not null,

  -- derived from all of the above and from the tables below
  began_at              timestamp with time zone not null,
  earliest_event_at     timestamp with time zone not null,
  last_arrival_at       timestamp with time zone not null,
  first_part_at         timestamp with time zone,
  agent_id              varchar(255),
  agent_name            varchar(255),
  last_reply_at         timestamp with time zone,
  first_handoff_at      timestamp with time zone,
  first_handoff_trigger varchar(16),
  message_count         integer       not null,
  reply_count           integer       not null,
  deadline              timestamp with time zone,
  due_at                timestamp with time zone,

  -- the verdict, given once
  outcome               varchar(16),
  deflected             boolean,
  verdict_deadline      timestamp with time zone,
  decided_at            timestamp with time zone,
  resolution_millis     bigint,
  findings              varchar(8000),

  constraint conversation_pk primary key (id),
  -- the id first: a list of ids of one source is looked up by H2 only through an index that begins with it
  constraint conversation_key unique (external_id, source)
);

create index conversation_due          on conversation (due_at);
create index conversation_first_part   on conversation (first_part_at, id);
create index conversation_began        on conversation (began_at);
create index conversation_verdict      on conversation (verdict_deadline);
create index conversation_closed       on conversation (closed_at);

create sequence message_seq start with 500 increment by 500;

create table message (
  id              bigint           not null,
  conversation_id bigint           not null,
  external_id     varchar(255)     not null,
  event_id        varchar(255)     not null,
  occurred_at     timestamp with time zone not null,
  first_event_id  varchar(255)     not null,
  grounded_at     timestamp with time zone,
  stated_at       timestamp with time zone not null,
  author_kind     varchar(16)      not null,
  author_id       varchar(255),
  author_name     varchar(255),
  text            varchar(1048576),
  sources         varchar(1048576),
  actions         varchar(1048576),
  late            boolean          not null,
  constraint message_pk primary key (id),
  constraint message_key unique (conversation_id, external_id),
  constraint message_conversation foreign key (conversation_id) references conversation (id)
);

create sequence handoff_seq start with 50 increment by 50;

create table handoff (
  id              bigint           not null,
  conversation_id bigint           not null,
  event_id        varchar(255)     not null,
  occurred_at     timestamp with time zone not null,
  handoff_trigger varchar(16)      not null,
  to_id           varchar(255),
  to_name         varchar(255),
  reason          varchar(1048576),
  late            boolean          not null,
  constraint handoff_pk primary key (id),
  constraint handoff_conversation foreign key (conversation_id) references conversation (id)
);

create index handoff_of_conversation on handoff (conversation_id);

create sequence handoff_request_seq start with 50 increment by 50;

create table handoff_request (
  id              bigint           not null,
  conversation_id bigint           not null,
  event_id        varchar(255)     not null,
  occurred_at     timestamp with time zone not null,
  message_id      varchar(255),
  late            boolean          not null,
  constraint handoff_request_pk primary key (id),
  constraint handoff_request_conversation foreign key (conversation_id) references conversation (id)
);

create index handoff_request_of_conversation on handoff_request (conversation_id);

create sequence feedback_seq start with 50 increment by 50;

create table feedback (
  id              bigint           not null,
  conversation_id bigint           not null,
  event_id        varchar(255)     not null,
  occurred_at     timestamp with time zone not null,
  rating          varchar(16)      not null,
  message_id      varchar(255),
  remark          varchar(1048576),
  late            boolean          not null,
  constraint feedback_pk primary key (id),
  constraint feedback_conversation foreign key (conversation_id) references conversation (id)
);

create index feedback_of_conversation on feedback (conversation_id);
create index feedback_occurred        on feedback (occurred_at);
