-- Orders of a disposition (lembar disposisi): one row for each party. What a party has to do is an assignment like any other;
-- this row says who ordered it, in which words, and when it was read. Without an assignment it was only told, or waits to be handed out.
create table disposition (
    agency_id      int not null,
    id             bigint not null,
    complaint_id   bigint not null,
    given_in       bigint not null,
    giver          bigint not null,
    actor          text not null,
    unit_id        bigint,
    officer_id     bigint,
    in_charge      boolean not null,
    instructions   text[] not null,
    message_id     bigint,
    urgency        text not null check (urgency in ('BIASA', 'SEGERA', 'SANGAT_SEGERA')),
    classification text not null check (classification in ('BIASA', 'TERBATAS', 'RAHASIA')),
    deadline       timestamptz,
    given_at       timestamptz not null,
    assignment_id  bigint,
    read_at        timestamptz,
    read_by        bigint,
    recalled_at    timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, given_in) references assignment (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
create index disposition_case on disposition (agency_id, complaint_id, id);

-- Komisi, fraksi, leaders and members of a council are asked ("mohon"), not ordered, and nobody holds a stopwatch to them.
alter table unit add column elected boolean not null default false;

alter table assignment drop constraint assignment_reason_check;
alter table assignment add constraint assignment_reason_check
    check (reason in ('FORWARD', 'RETURN', 'RESUME', 'REOPEN', 'ORDER'));
