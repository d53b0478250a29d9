-- What a key may do, for which sources and until when, and which key brought an event.

-- one a line; empty for all
alter table api_key add column sources varchar(4000) default '' not null;
alter table api_key add column expires_at timestamp with time zone;
alter table api_key add column last_used_at timestamp with time zone;

-- the secret before the last rotation, for as long as it still opens
alter table api_key add column earlier_hash varchar(43);
alter table api_key add column earlier_hint varchar(16);
alter table api_key add column earlier_until timestamp with time zone;
alter table api_key add constraint api_key_earlier unique (earlier_hash);

-- its secret stands in the configuration
alter table api_key add column from_setting boolean default false not null;

-- events that the key has no right to send: counted, not kept
alter table api_key add column refusals bigint default 0 not null;
alter table api_key add column refused_at timestamp with time zone;

-- what these keys could do before, they still can
update api_key set scopes = scopes || ',IMPORTS,REDACTION' where scopes like '%EVENTS%';

-- null where no key brought it
alter table inbox_event add column api_key_id bigint;
alter table quarantined_event add column api_key_id bigint;
alter table import_job add column api_key_id bigint;
