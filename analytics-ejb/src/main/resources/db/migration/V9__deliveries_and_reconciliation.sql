-- Whom a delivery that failed tells of, so that its text goes when theirs goes.

create table webhook_delivery_subject (
  subject     varchar(255) not null,
  delivery_id bigint       not null,
  -- the subject first: H2 looks up a compound index by its first column
  constraint webhook_delivery_subject_pk primary key (subject, delivery_id),
  constraint webhook_delivery_subject_delivery foreign key (delivery_id) references webhook_delivery (id)
    on delete cascade
);

create index webhook_delivery_subject_of on webhook_delivery_subject (delivery_id);

-- Each connection's deliveries are worked on for themselves.

create index webhook_delivery_due_of on webhook_delivery (connection_id, due_at, id);
drop index webhook_delivery_due;

-- How far a platform has been asked for what its webhooks missed.

create table reconciliation (
  connection_id bigint    not null,
  version       bigint    not null,
  -- when it is asked next; whoever asks moves this ahead, and where they are killed it comes again
  due_at        timestamp with time zone not null,
  -- everything before this moment has been compared
  reached_at    timestamp with time zone not null,
  -- the run that is under way: up to when it compares, and which page comes next
  until_at      timestamp with time zone,
  stage         varchar(16) not null,
  page          integer   not null,
  compared      integer   not null,
  found         integer   not null,
  -- the run before
  finished_at   timestamp with time zone,
  last_compared integer   not null,
  last_found    integer   not null,
  fault         varchar(32),
  fault_status  integer,
  failed_at     timestamp with time zone,
  attempts      integer   not null,
  constraint reconciliation_pk primary key (connection_id),
  constraint reconciliation_connection foreign key (connection_id) references platform_connection (id)
);

create index reconciliation_due on reconciliation (due_at);
