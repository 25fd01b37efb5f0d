-- What happened to cases, for programs that follow: codes only, kept for ninety days. Ordered by the transaction that wrote it, so that nothing can come before what was read.
create table api_event (
    agency_id    int not null references agency,
    tx           xid8 not null default pg_current_xact_id(),
    id           bigint not null,
    complaint_id bigint not null,
    kind         text not null,
    at           timestamptz not null,
    primary key (agency_id, tx, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index api_event_old on api_event (at);
