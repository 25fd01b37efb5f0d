-- Programs of others that file, read and decide here. Of a key only its hash is kept, and its beginning, by which people tell keys apart.
create table api_client (
    agency_id  int not null references agency,
    id         bigint not null,
    name       text not null,
    key_hash   bytea not null,
    key_hint   text not null,
    scopes     text[] not null,
    rate       int not null check (rate > 0),
    officer_id bigint,
    active     boolean not null,
    created_at timestamptz not null,
    created_by bigint not null,
    used_at    timestamptz,
    primary key (agency_id, id),
    unique (agency_id, key_hash),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);

-- Which program filed a complaint, and the place as it told it: coordinates have no column of their own in a complaint. Erased with the reporter.
create table api_submission (
    agency_id    int not null,
    complaint_id bigint not null,
    client_id    bigint not null,
    latitude     double precision,
    longitude    double precision,
    address      text,
    address_id   text,
    digest       bytea not null,
    primary key (agency_id, complaint_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, client_id) references api_client (agency_id, id)
);
create index api_submission_client on api_submission (agency_id, client_id, complaint_id);

-- What ended lately, for those who ask for news.
create index handling_ended on handling (agency_id, ended_at) where ended_at is not null;
