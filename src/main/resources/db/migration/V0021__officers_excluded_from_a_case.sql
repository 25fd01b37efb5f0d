-- Officers whom a complaint accuses: kept away from every step, page and search of that one case. The key serves both questions, who is
-- excluded from a case and whether this officer is excluded from a row of the desk.
create table exclusion (
    agency_id    int not null references agency,
    complaint_id bigint not null,
    officer_id   bigint not null,
    since        timestamptz not null,
    by_officer   bigint,
    primary key (agency_id, complaint_id, officer_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
