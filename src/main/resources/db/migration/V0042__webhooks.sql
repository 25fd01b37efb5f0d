-- Where what happens is told to, at once. The secret that signs is sealed.
create table webhook (
    agency_id  int not null references agency,
    id         bigint not null,
    name       text not null,
    url        text not null,
    secret     text not null,
    active     boolean not null,
    created_at timestamptz not null,
    created_by bigint not null,
    primary key (agency_id, id)
);
