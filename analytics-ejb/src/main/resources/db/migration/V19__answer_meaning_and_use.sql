-- What the question of a published answer means, in the words of the model that was asked: so that a server that starts
-- does not ask it again. As in question_vector: 16 bits a component, big-endian, over 32767.

create table short_answer_vector (
  answer_id bigint      not null,
  revision  integer     not null,
  model     varchar(64) not null,
  vector    bytea       not null,
  constraint short_answer_vector_pk primary key (answer_id, revision, model),
  constraint short_answer_vector_of foreign key (answer_id) references short_answer (id) on delete cascade
);

-- Which replies refer to which short answers, as the replies were stated last. Without a foreign key to the answer, whose
-- row an editor may hold while messages come in.

create table answer_use (
  conversation_id bigint       not null,
  message_id      varchar(255) not null,
  answer_id       bigint       not null,
  used_at         timestamp with time zone not null,
  constraint answer_use_pk primary key (conversation_id, message_id, answer_id),
  constraint answer_use_in foreign key (conversation_id) references conversation (id) on delete cascade
);

create index answer_use_of on answer_use (answer_id, used_at, conversation_id);

-- To find an answer that says the same question already.
create index short_answer_wording on short_answer (question, language);
