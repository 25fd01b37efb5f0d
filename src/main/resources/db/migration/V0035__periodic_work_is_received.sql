-- Who gets what a periodic task brings forth (SOP: berkala, kepada) finds it on the own list until it is received: a row of its own that
-- names the task it came of.
alter table side_task add source_id bigint;
alter table side_task add foreign key (agency_id, source_id) references side_task (agency_id, id);
