-- Why a complaint may be refused: the agency's own words, dated. Without a row of its own the program's default holds (handling.RefusalGrounds).
create table refusal_ground (
    agency_id     int not null references agency,
    code          text not null,
    valid_from    date not null,
    name          text not null,
    explanation   text not null,
    basis         text not null,
    second_person boolean not null,
    active        boolean not null,
    primary key (agency_id, code, valid_from)
);

-- the code with which a run was refused; null for every other end
alter table handling add column ground text;

-- Where a case went that this agency passed on, and for one that came, from where. A move to another agency of the installation is done by a
-- job: this row waits until arrived_at, so that each agency has a transaction of its own.
create table transfer (
    agency_id       int not null,
    id              bigint not null,
    complaint_id    bigint not null,
    kind            text not null check (kind in ('UNIT', 'AGENCY', 'BODY', 'ORIGIN')),
    unit_id         bigint,
    other_agency    int,
    place           text not null,
    at              timestamptz not null,
    by_officer      bigint,
    other_number    text,
    other_complaint bigint,
    arrived_at      timestamptz,
    answered_at     timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index transfer_complaint on transfer (agency_id, complaint_id, id);
create index transfer_waiting on transfer (agency_id, id) where kind = 'AGENCY' and arrived_at is null;

-- complaints about the complaint service itself go to the superior of the desk
alter table category add column about_service boolean not null default false;

-- cases that are sent to and fro
create index complaint_returned on complaint (agency_id, returns desc, id desc) where closed_at is null and returns > 0;
