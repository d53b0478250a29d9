-- Redaction reaches the ticket, too: it leads to the person.
update conversation set ticket_id = null, ticket_url = null where redacted = true;

-- Whether text was forgotten that old pages of an embedded database still hold; see docs/operations.md.

create table old_pages (
  id  smallint not null,
  due boolean  not null,
  constraint old_pages_pk primary key (id)
);

insert into old_pages (id, due) select 1, count(*) > 0 from conversation where redacted = true;
