-- What a conversation keeps of the replies of its customer agent, so that one more is taken in without reading those before
-- it. Of conversations that were there before it is looked up when something of them is told next.

alter table conversation add column first_reply_at timestamp with time zone;
alter table conversation add column first_reply_named boolean default false not null;
alter table conversation add column named_reply_at timestamp with time zone;
alter table conversation add column named_reply_agent_id varchar(255);
alter table conversation add column named_reply_agent_name varchar(255);
alter table conversation add column reply_chain_end_at timestamp with time zone;
alter table conversation add column replies_certain boolean default false not null;

-- What occurred in a conversation around some moment, or next to another: for the few replies and handoffs that have to be
-- looked up, and for the timeline, page by page.

create index message_timeline on message (conversation_id, occurred_at, external_id, author_kind);

create index handoff_timeline on handoff (conversation_id, occurred_at);
drop index handoff_of_conversation;

create index handoff_request_timeline on handoff_request (conversation_id, occurred_at);
drop index handoff_request_of_conversation;

create index feedback_timeline on feedback (conversation_id, occurred_at);
drop index feedback_of_conversation;
