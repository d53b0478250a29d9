-- The short answer that somebody has begun to write for a topic, and is not done with yet.

alter table topic add column draft_id bigint;
