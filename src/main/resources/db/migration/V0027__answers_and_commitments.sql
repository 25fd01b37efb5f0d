-- What an answer promises beyond itself: "answered" is not yet "done". What was promised is a text of the conversation, so that it can be
-- erased; the row says who owes it and until when. Written while the answer is being worded (told_at is empty), it holds once the reporter was
-- told. due moves when a commitment is renewed; the day that was promised first stays.
create table commitment (
    agency_id     int not null,
    id            bigint not null,
    complaint_id  bigint not null,
    assignment_id bigint not null,
    message_id    bigint not null,
    unit_id       bigint,
    responsible   text not null,
    due           date not null,
    first_due     date not null,
    renewals      smallint not null default 0,
    made_by       bigint not null,
    made_at       timestamptz not null,
    told_at       timestamptz,
    done_at       timestamptz,
    done_by       bigint,
    primary key (agency_id, id),
    check (due >= first_due),
    check (done_at is null or told_at is not null),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id),
    foreign key (agency_id, message_id) references message (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, made_by) references officer (agency_id, id)
);
create index commitment_case on commitment (agency_id, complaint_id, id);
-- the desk's list and the reminders read these alone, so that they do not grow with what is done
create index commitment_open on commitment (agency_id, due, id) where done_at is null and told_at is not null;
create index commitment_unit on commitment (agency_id, unit_id, due, id) where done_at is null and told_at is not null;
