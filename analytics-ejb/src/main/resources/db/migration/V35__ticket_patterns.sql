-- Where the tickets of a connection are opened, with {id} in it; null for where its platform has them.

alter table platform_connection add column ticket_pattern varchar(500);

-- Whatever a platform answered instead of what it was asked for is one fault: the log says more.

update reconciliation
   set fault = 'UNANSWERED'
 where fault in ('UNAVAILABLE', 'REFUSED', 'UNREADABLE');

alter table reconciliation drop column fault_status;
