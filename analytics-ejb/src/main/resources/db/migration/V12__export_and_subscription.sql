-- Lists on their way out: what was asked for, how far it is, and who works on it until when.

create sequence export_job_seq start with 50 increment by 50;

create table export_job (
  id           bigint        not null,
  version      bigint        not null,
  created_at   timestamp with time zone not null,
  created_by   varchar(255)  not null,
  format       varchar(8)    not null,
  separator    varchar(16)   not null,
  language     varchar(8)    not null,
  -- which conversations, as it stands in the address of their list
  wish         varchar(4000) not null,
  state        varchar(16)   not null,
  total_rows   bigint        not null,
  written_rows bigint        not null,
  file_name    varchar(80),
  size_bytes   bigint        not null,
  started_at   timestamp with time zone,
  finished_at  timestamp with time zone,
  changed_at   timestamp with time zone not null,
  lease_owner  varchar(64),
  lease_until  timestamp with time zone,
  constraint export_job_pk primary key (id)
);

create index export_job_of_person on export_job (created_by, created_at, id);

create index export_job_state on export_job (state, changed_at, id);

-- The page of the reports by e-mail, in a rhythm.

create sequence subscription_seq start with 50 increment by 50;

create table subscription (
  id           bigint        not null,
  version      bigint        not null,
  created_at   timestamp with time zone not null,
  -- whose it is: the name that they sign in with
  person       varchar(255)  not null,
  mail_to      varchar(254)  not null,
  language     varchar(8)    not null,
  -- the state of the page, as it stands in its address
  page         varchar(4000) not null,
  -- where the person found this server
  home         varchar(255)  not null,
  rhythm       varchar(8)    not null,
  day_of_week  integer       not null,
  day_of_month integer       not null,
  hour_of_day  integer       not null,
  state        varchar(16)   not null,
  next_at      timestamp with time zone not null,
  -- when the server last saw that the person may have it
  entitled_at  timestamp with time zone not null,
  constraint subscription_pk primary key (id)
);

create index subscription_of_person on subscription (person, created_at, id);

create index subscription_due on subscription (state, next_at, id);

-- Each mail of a subscription, once for each time at which it fell due.

create sequence subscription_mail_seq start with 50 increment by 50;

create table subscription_mail (
  id              bigint        not null,
  version         bigint        not null,
  subscription_id bigint        not null,
  due_at          timestamp with time zone not null,
  state           varchar(16)   not null,
  attempts        integer       not null,
  next_try_at     timestamp with time zone not null,
  sent_at         timestamp with time zone,
  failure         varchar(32),
  failure_detail  varchar(500),
  lease_owner     varchar(64),
  lease_until     timestamp with time zone,
  constraint subscription_mail_pk primary key (id),
  constraint subscription_mail_once unique (subscription_id, due_at),
  constraint subscription_mail_of foreign key (subscription_id) references subscription (id)
);

create index subscription_mail_waiting on subscription_mail (state, next_try_at, id);
