-- The platforms whose webhooks are taken in, and what they delivered.

create sequence platform_connection_seq start with 50 increment by 50;

create table platform_connection (
  id              bigint        not null,
  version         bigint        not null,
  address         varchar(32)   not null,
  platform        varchar(32)   not null,
  name            varchar(100)  not null,
  source          varchar(255)  not null,
  grounding       varchar(16)   not null,
  agents          varchar(1000) not null,
  enabled         boolean       not null,
  -- sealed with the server's key: a signature can only be checked by who knows the secret itself
  secret          varchar(1000) not null,
  secret_hint     varchar(16)   not null,
  secret_at       timestamp with time zone not null,
  earlier_secret  varchar(1000),
  earlier_hint    varchar(16),
  api_base        varchar(500),
  -- sealed, too
  api_token       varchar(1000),
  created_at      timestamp with time zone not null,
  created_by      varchar(255)  not null,
  -- what was turned away for its signature: counted, not kept, for anybody can send it
  refusals        bigint        not null,
  refused_at      timestamp with time zone,
  refusal         varchar(32),
  constraint platform_connection_pk primary key (id),
  constraint platform_connection_address unique (address)
);

create sequence webhook_delivery_seq start with 50 increment by 50;

create table webhook_delivery (
  id              bigint           not null,
  connection_id   bigint           not null,
  delivery_id     varchar(255)     not null,
  received_at     timestamp with time zone not null,
  headers         varchar(2000)    not null,
  -- emptied as soon as its events are in the inbox
  payload         varchar(1048576) not null,
  test            boolean          not null,
  state           varchar(16)      not null,
  problem         varchar(2000),
  events          integer          not null,
  attempts        integer          not null,
  -- when it is to be worked on; a worker that holds it moves this ahead, and where the worker is killed it comes again
  due_at          timestamp with time zone,
  constraint webhook_delivery_pk primary key (id),
  constraint webhook_delivery_connection foreign key (connection_id) references platform_connection (id),
  -- the delivery first: H2 looks up a compound index by its first column
  constraint webhook_delivery_key unique (delivery_id, connection_id)
);

create index webhook_delivery_due on webhook_delivery (due_at);
create index webhook_delivery_received on webhook_delivery (connection_id, received_at, id);
create index webhook_delivery_age on webhook_delivery (received_at);
