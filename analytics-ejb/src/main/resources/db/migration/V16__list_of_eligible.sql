-- The list behind the handle rate is paged through by the start, too, and needs it in the order of its pages.

create index conversation_start on conversation (began_at, id);

drop index conversation_began;
