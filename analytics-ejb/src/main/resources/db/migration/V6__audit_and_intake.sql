-- Who did what, when; written to and never changed.

create sequence audit_entry_seq start with 50 increment by 50;

create table audit_entry (
  id          bigint           not null,
  happened_at timestamp with time zone not null,
  who         varchar(255)     not null,
  action      varchar(64)      not null,
  subject     varchar(600)     not null,
  before_it   varchar(1048576),
  after_it    varchar(1048576),
  constraint audit_entry_pk primary key (id)
);

create index audit_entry_happened on audit_entry (happened_at, id);

-- What became of each source's events. Several rows a source, so that parallel senders do not wait for one another.

create table intake_tally (
  source       varchar(255) not null,
  stripe       integer      not null,
  last_seen_at timestamp with time zone not null,
  accepted     bigint       not null,
  duplicate    bigint       not null,
  late         bigint       not null,
  refused      bigint       not null,
  conflict     bigint       not null,
  constraint intake_tally_pk primary key (source, stripe)
);

-- What somebody did about an event in quarantine.

alter table quarantined_event add column version bigint default 0 not null;
alter table quarantined_event add column state varchar(16) default 'OPEN' not null;
alter table quarantined_event add column fingerprint varchar(43) default '' not null;
alter table quarantined_event add column repeats integer default 0 not null;
alter table quarantined_event add column settled_at timestamp with time zone;
alter table quarantined_event add column settled_by varchar(255);

create index quarantined_event_fingerprint on quarantined_event (fingerprint);
create index quarantined_event_state on quarantined_event (state, received_at, id);

create index inbox_event_late on inbox_event (late, received_at, id);

-- So that what was refused of a conversation is forgotten with it.

alter table quarantined_event add column subject varchar(255);

create index quarantined_event_subject on quarantined_event (subject, source);

create index conversation_to_forget on conversation (redacted, began_at, id);
