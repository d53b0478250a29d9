-- In which revision of the generation each day was counted last. Who keeps days in memory learns from it which of them
-- were counted again, on whichever server.

alter table rollup_generation add column revision bigint default 0 not null;

create table rollup_day (
  generation bigint not null,
  local_day  date   not null,
  revision   bigint not null,
  constraint rollup_day_pk primary key (generation, local_day)
);

create index rollup_day_revised on rollup_day (generation, revision);

-- What the handled conversations came to, which lists are kept of.

alter table daily_rollup add column answered integer default 0 not null;
alter table daily_rollup add column with_human integer default 0 not null;

-- What was counted before has neither: all is counted again.

delete from rollup_generation;
delete from daily_rollup;

-- The list behind the handle rate is paged through by the start of the conversations without the customer agent alone:
-- few among many, which the index by the start alone was read from end to end for.

create index conversation_alone on conversation (first_part_at, began_at, id);

drop index conversation_start;
