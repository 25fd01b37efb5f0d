-- Every table leads its key with agency_id (isolation, later partitioning, moving one agency out), except the platform's own
-- list, which a test reads: agency, public_number, holiday, statutory_limit.
-- PostgreSQL 15 syntax. Row ids are 64-bit, time-ordered, made in Java.

create table agency (
    id            int primary key,
    slug          text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
    name          text not null,
    government    text not null,
    number_prefix text not null check (number_prefix ~ '^[A-Z]{2,5}$'),
    zone          text not null,
    host          text unique,
    base_url      text not null,
    calendar_version int not null default 1,
    demo          boolean not null default false,
    created_at    timestamptz not null default now()
);

create table agency_setting (
    agency_id int not null references agency,
    name      text not null,
    value     text not null,
    primary key (agency_id, name)
);

create table unit (
    agency_id    int not null references agency,
    id           bigint not null,
    code         text not null,
    name         text not null,
    short_name   text not null,
    valid_from   date not null,
    valid_to     date,
    successor_id bigint,
    primary key (agency_id, id),
    foreign key (agency_id, successor_id) references unit (agency_id, id)
);
create unique index unit_code on unit (agency_id, code) where valid_to is null;

create table officer (
    agency_id     int not null references agency,
    id            bigint not null,
    username      text not null,
    name          text not null,
    nip           text,
    email         text,
    phone         text,
    password_hash text,
    active_from   date not null,
    active_until  date,
    admin         boolean not null default false,
    auditor_until timestamptz,
    primary key (agency_id, id)
);
create unique index officer_username on officer (agency_id, lower(username));
create unique index officer_nip on officer (agency_id, nip) where nip is not null;

-- who holds which role of the SOP: definitive, plt (acting while vacant) or plh (acting while absent), with dates
create table role_holder (
    agency_id  int not null references agency,
    id         bigint not null,
    role       text not null,
    unit_id    bigint,
    officer_id bigint not null,
    kind       text not null check (kind in ('DEFINITIF', 'PLT', 'PLH')),
    valid_from date not null,
    valid_to   date,
    primary key (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
create index role_holder_officer on role_holder (agency_id, officer_id);
create index role_holder_role on role_holder (agency_id, role, unit_id);

create table absence (
    agency_id     int not null references agency,
    id            bigint not null,
    officer_id    bigint not null,
    substitute_id bigint not null,
    from_day      date not null,
    to_day        date not null,
    reason        text not null default '',
    primary key (agency_id, id),
    check (to_day >= from_day),
    check (officer_id <> substitute_id),
    foreign key (agency_id, officer_id) references officer (agency_id, id),
    foreign key (agency_id, substitute_id) references officer (agency_id, id)
);
create index absence_substitute on absence (agency_id, substitute_id, to_day);

create table category (
    agency_id   int not null references agency,
    code        text not null,
    name        text not null,
    needs_place boolean not null default false,
    unit_id     bigint,
    active      boolean not null default true,
    primary key (agency_id, code),
    foreign key (agency_id, unit_id) references unit (agency_id, id)
);

create table calendar_version (
    agency_id  int not null references agency,
    version    int not null,
    definition text not null,
    reason     text not null,
    created_at timestamptz not null default now(),
    created_by bigint,
    primary key (agency_id, version)
);

create table holiday (
    day   date not null,
    kind  text not null check (kind in ('LIBUR_NASIONAL', 'CUTI_BERSAMA')),
    name  text not null,
    basis text not null,
    primary key (day, kind)
);

-- statutory limits are dated data with their source; status says whether the text was read (RULES.md, Law)
create table statutory_limit (
    code       text not null,
    valid_from date not null,
    valid_to   date,
    complaint_kinds text[] not null,
    name       text not null,
    standard   text not null,
    starts     text not null check (starts in ('RECEIVED', 'FORWARDED')),
    ends       text not null check (ends in ('FORWARDED', 'FOLLOW_UP', 'ANSWER')),
    pauses     boolean not null,
    basis      text not null,
    status     text not null check (status in ('TERVERIFIKASI', 'BELUM')),
    primary key (code, valid_from)
);

create table statutory_confirmation (
    agency_id    int not null references agency,
    code         text not null,
    standard     text not null,
    pauses       boolean not null,
    confirmed_by bigint not null,
    confirmed_at timestamptz not null,
    primary key (agency_id, code)
);

create table sop_version (
    agency_id      int not null references agency,
    id             bigint not null,
    code           text not null,
    version        int not null,
    yaml           text not null,
    sha256         bytea not null,
    in_force_from  timestamptz,
    uploaded_at    timestamptz not null,
    uploaded_by    bigint,
    primary key (agency_id, id)
);
create unique index sop_version_number on sop_version (agency_id, code, version) where in_force_from is not null;

create table complaint (
    agency_id     int not null references agency,
    id            bigint not null,
    public_number text not null,
    submission_key text not null,
    kind          text not null,
    channel       text not null,
    title         text not null,
    category      text,
    district      text,
    village       text,
    landmark      text,
    privacy       text not null check (privacy in ('TERBUKA', 'IDENTITAS_DISEMBUNYIKAN', 'RAHASIA', 'TANPA_IDENTITAS')),
    concerns_officer boolean not null default false,
    emergency     boolean not null default false,
    suspect       boolean not null default false,
    entered_by    bigint,
    received_at   timestamptz not null,
    code_rotation int not null default 0,
    returns       int not null default 0,
    round         int not null default 1,
    react_until   timestamptz,
    closed_at     timestamptz,
    outcome       text,
    joined_to     bigint,
    chain_count   int not null default 0,
    chain_head    bytea not null default ''::bytea,
    primary key (agency_id, id),
    unique (agency_id, submission_key),
    foreign key (agency_id, joined_to) references complaint (agency_id, id)
);
create unique index complaint_number on complaint (agency_id, public_number);
create index complaint_react on complaint (agency_id, react_until) where closed_at is null and react_until is not null;

create table public_number (
    public_number text primary key,
    agency_id     int not null references agency,
    complaint_id  bigint not null
);

create table reporter (
    agency_id    int not null,
    complaint_id bigint not null,
    kind         text not null,
    name         text,
    organisation text,
    address      text,
    phone        text,
    email        text,
    nik_sealed   text,
    relation     text not null default 'SENDIRI' check (relation in ('SENDIRI', 'KUASA', 'WALI')),
    represents   text,
    email_confirmed_at timestamptz,
    salt         bytea not null,
    primary key (agency_id, complaint_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);

-- search words are built in Java (Indonesian analyser); people's names only as words of their own kind
create extension if not exists btree_gin;
create table complaint_search (
    agency_id    int not null,
    complaint_id bigint not null,
    words        tsvector not null,
    person_words tsvector not null,
    primary key (agency_id, complaint_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index complaint_search_words on complaint_search using gin (agency_id, words);
create index complaint_search_persons on complaint_search using gin (agency_id, person_words);

-- the conversation: erasable texts. Events carry their salted hash only.
create table message (
    agency_id    int not null,
    id           bigint not null,
    complaint_id bigint not null,
    at           timestamptz not null,
    author       text not null check (author in ('REPORTER', 'OFFICER', 'SYSTEM')),
    officer_id   bigint,
    audience     text not null check (audience in ('REPORTER', 'OFFICE')),
    kind         text not null,
    body         text not null,
    salt         bytea not null,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index message_complaint on message (agency_id, complaint_id, id);

create table attachment (
    agency_id    int not null,
    id           bigint not null,
    complaint_id bigint not null,
    message_id   bigint not null,
    name         text not null,
    media_type   text not null,
    size         bigint not null,
    sha256       bytea not null,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, message_id) references message (agency_id, id)
);
create index attachment_complaint on attachment (agency_id, complaint_id);

-- one run of one SOP version by one agency; a reopened complaint gets a further round
create table handling (
    agency_id    int not null,
    id           bigint not null,
    complaint_id bigint not null,
    sop_id       bigint not null,
    round        int not null,
    target_unit_id bigint,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    outcome      text,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, sop_id) references sop_version (agency_id, id),
    foreign key (agency_id, target_unit_id) references unit (agency_id, id)
);
create index handling_complaint on handling (agency_id, complaint_id, round);

-- who holds a step. What is shown (waiting, late, returned, done) is derived from these times.
create table assignment (
    agency_id    int not null,
    id           bigint not null,
    complaint_id bigint not null,
    handling_id  bigint not null,
    parent_id    bigint,
    step         text not null,
    role         text not null,
    unit_id      bigint,
    officer_id   bigint,
    queue        text not null,
    reason       text not null default 'FORWARD' check (reason in ('FORWARD', 'RETURN', 'RESUME', 'REOPEN')),
    opened_at    timestamptz not null,
    deadline     timestamptz,
    standard     text,
    used_seconds bigint not null default 0,
    calendar_version int not null,
    priority     smallint not null default 1,
    version      int not null default 1,
    done_at      timestamptz,
    done_by      bigint,
    outcome      text,
    next_step    text,
    late_seconds bigint,
    remaining_seconds bigint,
    next_reminder_at timestamptz,
    reminders    smallint not null default 0,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, handling_id) references handling (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index assignment_desk on assignment (agency_id, queue, priority, (coalesce(deadline, 'infinity'::timestamptz)), id) where done_at is null;
create index assignment_complaint on assignment (agency_id, complaint_id, id);
create index assignment_open_deadline on assignment (agency_id, deadline, id) where done_at is null;
create index assignment_reminder on assignment (next_reminder_at, agency_id, id) where done_at is null and next_reminder_at is not null;
create index assignment_calendar on assignment (agency_id, calendar_version, id) where done_at is null and deadline is not null;

-- several clocks run on one case: the SOP's promise and the statutory ones. The step's own clock is the assignment.
create table clock (
    agency_id    int not null,
    complaint_id bigint not null,
    round        int not null,
    kind         text not null,
    standard     text not null,
    basis        text not null default '',
    pauses       boolean not null,
    started_at   timestamptz not null,
    deadline     timestamptz not null,
    paused_at    timestamptz,
    remaining_seconds bigint,
    stopped_at   timestamptz,
    calendar_version int not null,
    primary key (agency_id, complaint_id, round, kind),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index clock_calendar on clock (agency_id, calendar_version, complaint_id) where stopped_at is null;

-- append-only: codes, ids, times; never personal data or free text. hash = SHA-256(previous hash, the line as stored)
create table complaint_event (
    agency_id    int not null,
    complaint_id bigint not null,
    seq          int not null,
    line         text not null,
    hash         bytea not null,
    primary key (agency_id, complaint_id, seq)
) partition by hash (agency_id, complaint_id);
create table complaint_event_0 partition of complaint_event for values with (modulus 4, remainder 0);
create table complaint_event_1 partition of complaint_event for values with (modulus 4, remainder 1);
create table complaint_event_2 partition of complaint_event for values with (modulus 4, remainder 2);
create table complaint_event_3 partition of complaint_event for values with (modulus 4, remainder 3);

-- administrative changes of one agency, their own chain
create table agency_event (
    agency_id int not null references agency,
    seq       int not null,
    line      text not null,
    hash      bytea not null,
    primary key (agency_id, seq)
);

create table outbox (
    agency_id    int not null references agency,
    id           bigint not null,
    complaint_id bigint,
    lane         text not null,
    recipient    text not null,
    template     text not null,
    params       text not null,
    message_id   text not null,
    created_at   timestamptz not null,
    next_at      timestamptz,
    leased_until timestamptz,
    attempts     int not null default 0,
    sent_at      timestamptz,
    failed_at    timestamptz,
    last_error   text,
    primary key (agency_id, id)
);
create index outbox_due on outbox (lane, next_at, id) where next_at is not null;
create index outbox_failed on outbox (agency_id, failed_at) where failed_at is not null;
create index outbox_recipient on outbox (agency_id, recipient, created_at);

-- demo only: mail kept here instead of being sent ("Surat keluar")
create table local_mail (
    agency_id  int not null references agency,
    id         bigint not null,
    at         timestamptz not null,
    recipient  text not null,
    subject    text not null,
    message_id text not null,
    plain      text not null,
    html       text not null,
    primary key (agency_id, id)
);
create unique index local_mail_message on local_mail (agency_id, message_id);

create table draft (
    agency_id    int not null,
    officer_id   bigint not null,
    assignment_id bigint not null,
    fields       text not null,
    saved_at     timestamptz not null,
    primary key (agency_id, officer_id, assignment_id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);

-- SP4N practice (reference: public SP4N-LAPOR! pages, 2018-2025; the text of PermenPANRB 5/2025 was not read: BELUM)
insert into statutory_limit (code, valid_from, complaint_kinds, name, standard, starts, ends, pauses, basis, status) values
    ('SP4N-TERUSKAN', '2018-01-01', '{*}', 'Diverifikasi dan diteruskan', '3 hari kerja', 'RECEIVED', 'FORWARDED', true,
     'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('SP4N-TINDAK', '2018-01-01', '{*}', 'Mulai ditindaklanjuti', '5 hari kerja', 'FORWARDED', 'FOLLOW_UP', true,
     'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('SP4N-JAWAB', '2018-01-01', '{pengaduan,keluhan,saran,kritik,masukan}', 'Dijawab (tidak berkadar pengawasan)', '14 hari kerja',
     'RECEIVED', 'ANSWER', false, 'UU 25/2009 Pasal 44; praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('SP4N-JAWAB-5', '2018-01-01', '{aspirasi,informasi}', 'Dijawab (aspirasi dan permintaan informasi)', '5 hari kerja',
     'RECEIVED', 'ANSWER', false, 'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM');

-- the application may add events, never change or remove them
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke all on complaint_event, complaint_event_0, complaint_event_1, complaint_event_2, complaint_event_3, agency_event from tindak_app;
        grant select, insert on complaint_event, agency_event to tindak_app;
    end if;
end $$;
