-- Reports of a provider on what it took. "Perhaps": cut off while sending, and a repetition could not be recognised.
alter table outbox add column provider_id text;
alter table outbox add column perhaps_at timestamptz;
alter table outbox add column delivered_at timestamptz;
alter table outbox add column read_at timestamptz;
create index outbox_provider on outbox (agency_id, lane, provider_id) where provider_id is not null;
create index outbox_lane_person_sent on outbox (agency_id, lane, lower(recipient), sent_at) where sent_at is not null;
drop index outbox_person_sent;

-- Where a complaint came from as a message: the lane of the outbox names the account, the address is the provider's. Erased with the reporter.
alter table reporter add column lane text;
alter table reporter add column lane_address text;
alter table reporter add check ((lane is null) = (lane_address is null));
create index reporter_on_lane on reporter (agency_id, lane, lane_address, complaint_id) where lane is not null;
