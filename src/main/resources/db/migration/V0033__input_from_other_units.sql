-- A holder asks another unit for its input (minta masukan): neither the holder nor a clock moves. Question and answer are texts of the case.
create table input_request (
    agency_id     int not null,
    id            bigint not null,
    complaint_id  bigint not null,
    assignment_id bigint not null,
    unit_id       bigint not null,
    asked_by      bigint not null,
    asked_at      timestamptz not null,
    question_id   bigint not null,
    due           timestamptz,
    given_at      timestamptz,
    given_by      bigint,
    answer_id     bigint,
    withdrawn_at  timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, asked_by) references officer (agency_id, id),
    foreign key (agency_id, given_by) references officer (agency_id, id),
    check ((given_at is null) = (given_by is null) and (given_at is null) = (answer_id is null)),
    check (given_at is null or withdrawn_at is null)
);
create index input_request_case on input_request (agency_id, complaint_id, id);
create index input_request_open on input_request (agency_id, unit_id, id) where given_at is null and withdrawn_at is null;

-- Who asked learns of the answer on the list of what has to be known.
alter table case_copy drop constraint case_copy_kind_check;
alter table case_copy add constraint case_copy_kind_check check (kind in ('TEMBUSAN', 'ATAS_NAMA', 'MASUKAN'));
