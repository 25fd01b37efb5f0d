-- What an officer wants to hear by mail, and when the last such mail left. Without a row the defaults hold. The row is also what the
-- sender locks, so that two of them make one mail.
create table notice_wish (
    agency_id    int not null,
    officer_id   bigint not null,
    new_work     boolean not null default true,
    reminders    boolean not null default true,
    daily        boolean not null default false,
    last_mail_at timestamptz,
    primary key (agency_id, officer_id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);

-- What is gathered for an officer's next mail: ids and a code. What the mail says of a case is read when the mail is made, so that work
-- done meanwhile, or a case that accuses the officer, is left out. The outbox remains the only queue of messages.
create table officer_notice (
    agency_id     int not null,
    id            bigint not null,
    officer_id    bigint not null,
    complaint_id  bigint not null,
    assignment_id bigint,
    kind          text not null check (kind in ('TOLD', 'NEW', 'BEFORE', 'DUE', 'LATE', 'ASKED')),
    copied        boolean not null default false,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    mailed        boolean not null default false,
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id)
);
create index officer_notice_waiting on officer_notice (agency_id, officer_id, id) where ended_at is null;
create index officer_notice_case on officer_notice (agency_id, complaint_id);

-- Work of a role beside the cases' steps (SOP: berkala, pengingat): each month's recap, and reminding whoever holds a step. The text comes
-- from the SOP version named; a reminder's task is over with the assignment it is about.
create table side_task (
    agency_id     int not null,
    id            bigint not null,
    kind          text not null check (kind in ('BERKALA', 'PENGINGAT')),
    queue         text not null,
    role          text not null,
    unit_id       bigint,
    sop_id        bigint not null,
    sop_code      text not null,
    item          int not null,
    period        text,
    complaint_id  bigint,
    assignment_id bigint,
    opened_at     timestamptz not null,
    deadline      timestamptz,
    done_at       timestamptz,
    done_by       bigint,
    note          text not null default '',
    file_name     text,
    file_type     text,
    file_size     bigint,
    file_sha256   text,
    primary key (agency_id, id),
    check ((kind = 'BERKALA') = (period is not null)),
    check ((kind = 'PENGINGAT') = (assignment_id is not null)),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, sop_id) references sop_version (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id)
);
create unique index side_task_period on side_task (agency_id, queue, sop_code, item, period) where kind = 'BERKALA';
create unique index side_task_reminder on side_task (agency_id, assignment_id) where kind = 'PENGINGAT' and done_at is null;
create index side_task_open on side_task (agency_id, queue, deadline, id) where done_at is null;
create index side_task_done on side_task (agency_id, queue, done_at) where done_at is not null;
create index side_task_file on side_task (agency_id, file_sha256) where file_sha256 is not null;
