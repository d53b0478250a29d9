-- The hosts whose tickets are linked, each as an administrator writes it; without any, those of every host.

create table ticket_host (
  host varchar(300) not null,
  constraint ticket_host_pk primary key (host)
);
