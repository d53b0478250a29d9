-- Views of the reports that people keep under a name, each person their own.

create sequence saved_view_seq start with 50 increment by 50;

create table saved_view (
  id          bigint        not null,
  version     bigint        not null,
  owner       varchar(255)  not null,
  name        varchar(80)   not null,
  -- what stands behind the question mark of the page's address
  query       varchar(2000) not null,
  created_at  timestamp with time zone not null,
  constraint saved_view_pk primary key (id),
  constraint saved_view_name unique (owner, name)
);
