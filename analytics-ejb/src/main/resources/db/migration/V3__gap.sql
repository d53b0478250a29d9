-- The questions that the customer agent could not answer.

create sequence unanswered_question_seq start with 50 increment by 50;

create table unanswered_question (
  id              bigint           not null,
  conversation_id bigint           not null,
  event_id        varchar(255)     not null,
  asked_at        timestamp with time zone not null,
  message_id      varchar(255),
  question        varchar(1048576),
  question_key    varchar(43)      not null,
  constraint unanswered_question_pk primary key (id),
  constraint unanswered_question_conversation foreign key (conversation_id) references conversation (id)
);

create index unanswered_question_key on unanswered_question (question_key, asked_at);
create index unanswered_question_of_conversation on unanswered_question (conversation_id);
