-- Files on their way in: what was asked for, how far it is, and who works on it until when.

create sequence import_job_seq start with 50 increment by 50;

create table import_job (
  id               bigint        not null,
  version          bigint        not null,
  file_name        varchar(64)   not null,
  name             varchar(255)  not null,
  format           varchar(16)   not null,
  options          varchar(20000) not null,
  size_bytes       bigint        not null,
  sha256           varchar(64)   not null,
  created_at       timestamp with time zone not null,
  created_by       varchar(255)  not null,
  state            varchar(16)   not null,
  started_at       timestamp with time zone,
  finished_at      timestamp with time zone,
  changed_at       timestamp with time zone not null,
  failure_fault    varchar(32),
  failure_about    varchar(255),
  failure          varchar(2000),
  -- everything before this place of the file has been taken
  place_position   bigint        not null,
  place_line       bigint        not null,
  place_index      bigint        not null,
  place_context    varchar(64)   not null,
  accepted         bigint        not null,
  duplicate        bigint        not null,
  rejected         bigint        not null,
  late             bigint        not null,
  reported         bigint        not null,
  -- where it stood when it was last begun or resumed: the rate is measured from there
  resumed_at       timestamp with time zone,
  resumed_position bigint        not null,
  resumed_events   bigint        not null,
  lease_owner      varchar(64),
  lease_until      timestamp with time zone,
  constraint import_job_pk primary key (id)
);

create index import_job_created on import_job (created_at, id);

create index import_job_state on import_job (state, changed_at, id);

-- What could not be taken over, line by line: the report of an import.

create sequence import_problem_seq start with 500 increment by 500;

create table import_problem (
  id       bigint        not null,
  job_id   bigint        not null,
  line     bigint        not null,
  event_id varchar(255),
  code     varchar(64)   not null,
  pointer  varchar(1024) not null,
  detail   varchar(2000) not null,
  constraint import_problem_pk primary key (id),
  constraint import_problem_job foreign key (job_id) references import_job (id)
);

create index import_problem_of_job on import_problem (job_id, id);
