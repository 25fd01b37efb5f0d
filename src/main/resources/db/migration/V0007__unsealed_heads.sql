-- Chain heads that changed since they were last sealed into a file outside the database. A row is a reminder, not a record: without it the
-- head is sealed with the next event.
create table unsealed_head (
    agency_id    int not null,
    complaint_id bigint not null,
    chain_count  int not null,
    primary key (agency_id, complaint_id)
) with (fillfactor = 80);
