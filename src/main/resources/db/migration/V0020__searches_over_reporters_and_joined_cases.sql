create index complaint_joined on complaint (agency_id, joined_to) where joined_to is not null;

-- The words of a search over reporters' names. They may be somebody's name, so they lie here, erasable; the agency's chain holds
-- only their salted hash.
create table reporter_search (
    agency_id  int not null references agency,
    id         bigint not null,
    officer_id bigint not null,
    at         timestamptz not null,
    words      text not null,
    salt       bytea not null,
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
