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

-- An agency's own accounts with providers. Secrets are sealed; the door is the secret part of the address to which the provider sends.
create table channel_account (
    agency_id  int not null references agency,
    id         bigint not null,
    kind       text not null,
    name       text not null,
    address    text not null,
    settings   text not null,
    secrets    text not null,
    door_hash  bytea not null,
    active     boolean not null,
    created_at timestamptz not null,
    primary key (agency_id, id),
    unique (agency_id, door_hash)
);

-- What was seen of an account, for the administrator; refused counts calls that could not prove themselves.
create table channel_health (
    agency_id  int not null,
    account_id bigint not null,
    last_in    timestamptz,
    last_out   timestamptz,
    refused    bigint not null default 0,
    error      text,
    error_at   timestamptz,
    primary key (agency_id, account_id),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);

-- What came in, as it came, until a job has read it, and for a while after.
create table inbound_raw (
    agency_id   int not null,
    id          bigint not null,
    account_id  bigint not null,
    received_at timestamptz not null,
    query       text not null,
    headers     text not null,
    body        bytea not null,
    attempts    int not null default 0,
    read_at     timestamptz,
    failed_at   timestamptz,
    error       text,
    primary key (agency_id, id),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);
create index inbound_raw_waiting on inbound_raw (agency_id, id) where read_at is null and failed_at is null;
create index inbound_raw_failed on inbound_raw (agency_id, failed_at) where failed_at is not null;

-- Each message of a person once, by the provider's key or one made of sender, moment and words.
create table inbound (
    agency_id    int not null,
    account_id   bigint not null,
    key          text not null,
    id           bigint not null,
    raw_id       bigint not null,
    at           timestamptz not null,
    became       text not null,
    complaint_id bigint,
    primary key (agency_id, account_id, key),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);

-- People as an account knows them; a phone number is one way among others.
create table channel_person (
    agency_id  int not null,
    account_id bigint not null,
    address    text not null,
    name       text not null,
    phone      text,
    last_at    timestamptz not null,
    helped_at  timestamptz,
    primary key (agency_id, account_id, address),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);
