-- Keys of the programs that call the API: only the hash is kept.

create sequence api_key_seq start with 50 increment by 50;

create table api_key (
  id           bigint        not null,
  version      bigint        not null,
  label        varchar(100)  not null,
  -- 1 or 2 while the key is live, so that no third one with its label can be made at the same moment
  slot         smallint,
  key_hash     varchar(43)   not null,
  hint         varchar(16)   not null,
  scopes       varchar(100)  not null,
  created_at   timestamp with time zone not null,
  created_by   varchar(255)  not null,
  revoked_at   timestamp with time zone,
  revoked_by   varchar(255),
  constraint api_key_pk primary key (id),
  constraint api_key_hash unique (key_hash),
  constraint api_key_slot unique (label, slot)
);
