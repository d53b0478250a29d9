-- The sign-ins that stand. One that ended has no row: whoever still shows what it was known by is not let in.

create table sign_in (
  fingerprint varchar(43)  not null,
  login       varchar(255) not null,
  address     varchar(64)  not null,
  begun_at    timestamp with time zone not null,
  constraint sign_in_pk primary key (fingerprint)
);

create index sign_in_login on sign_in (login, begun_at);
create index sign_in_begun on sign_in (begun_at);
