-- The channels whose conversations count in no figure and in no gap.

create table excluded_channel (
  channel varchar(64) not null,
  constraint excluded_channel_pk primary key (channel)
);
