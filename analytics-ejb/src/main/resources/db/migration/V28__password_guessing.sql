-- Passwords that were tried, counted by what is slowed down for it: an account, an address, both together, everybody.
-- The counts leak (see GuessingPolicy), and rows are removed once nothing of them is left.

create table guess_count (
  subject    varchar(43)      not null,
  level      double precision not null,
  counted_at timestamp with time zone not null,
  constraint guess_count_pk primary key (subject)
);

create index guess_count_counted on guess_count (counted_at);

-- From where people have signed in: there they are not slowed down by what strangers try.

create table known_address (
  account varchar(43) not null,
  address varchar(64) not null,
  seen_at timestamp with time zone not null,
  constraint known_address_pk primary key (account, address)
);

create index known_address_seen on known_address (seen_at);
