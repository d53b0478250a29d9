-- How many topics are open stands in the menu of every page.

create index topic_state on topic (state);
