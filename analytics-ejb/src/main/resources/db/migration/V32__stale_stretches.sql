-- Stale spans are stretches of days: the earliest of them, and the words about one of them, are found by an index.

create index stale_span_order on stale_span (starts, ends, id);
