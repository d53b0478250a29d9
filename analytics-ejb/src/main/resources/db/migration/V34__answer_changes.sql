-- The changes of short answers are numbered in the order in which they are committed: whoever changes one holds the counter
-- until the transaction ends. So a server that has read up to a number has missed nothing before it, whatever the clocks say.

create table answer_change_counter (
  id     integer not null,
  number bigint  not null,
  constraint answer_change_counter_pk primary key (id)
);

insert into answer_change_counter (id, number) values (1, 0);

alter table short_answer add column change_number bigint default 0 not null;

create index short_answer_change on short_answer (change_number, id);
