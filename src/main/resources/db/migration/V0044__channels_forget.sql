-- Whose message it was, so that what an account knows of a person can be forgotten with his complaints; emptied then.
alter table inbound add column address text;
create index inbound_of_person on inbound (agency_id, account_id, address) where address is not null;
create index inbound_of_complaint on inbound (agency_id, complaint_id) where complaint_id is not null;

-- What was read is kept for a while only.
create index inbound_raw_read on inbound_raw (agency_id, read_at) where read_at is not null;
