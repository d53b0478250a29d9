-- The people who have signed in, as the server's registry calls them.

create table person (
  login         varchar(255) not null,
  -- as the registry said at the latest sign-in, for whoever gives seats; never what a permission is decided by
  roles         varchar(255) not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at  timestamp with time zone not null,
  constraint person_pk primary key (login)
);

-- How many seats were bought is configured. The one row is locked while a seat changes hands, so that they do so one by one.

create table seat_plan (
  id integer not null,
  constraint seat_plan_pk primary key (id)
);

insert into seat_plan (id) values (1);

create sequence seat_assignment_seq start with 50 increment by 50;

create table seat_assignment (
  id          bigint       not null,
  version     bigint       not null,
  login       varchar(255) not null,
  -- both only while it lasts: a seat has one holder, and nobody holds two
  seat        integer,
  holder      varchar(255),
  assigned_at timestamp with time zone not null,
  assigned_by varchar(255) not null,
  ended_at    timestamp with time zone,
  ended_by    varchar(255),
  constraint seat_assignment_pk primary key (id),
  constraint seat_assignment_seat unique (seat),
  constraint seat_assignment_holder unique (holder)
);

create index seat_assignment_assigned on seat_assignment (assigned_at, id);
