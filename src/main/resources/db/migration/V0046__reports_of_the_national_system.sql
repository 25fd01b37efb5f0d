-- SP4N-LAPOR! beside our own handling: what it calls a complaint, since when it has it, and how it stands there. Recorded by people, by the import of its
-- export, or by an adapter. After an erasure the number is a fingerprint, so that the same line of an export makes no new complaint.
create table lapor_report (
    agency_id    int not null,
    tracking_id  text not null,
    complaint_id bigint not null,
    reported_at  timestamptz not null,
    state        text not null,
    meaning      text not null check (meaning in ('BARU', 'PROSES', 'TUNDA', 'SELESAI', 'TUTUP', 'LAIN')),
    state_at     timestamptz not null,
    state_by     bigint,
    told_message bigint,
    told_at      timestamptz,
    told_by      bigint,
    primary key (agency_id, tracking_id),
    unique (agency_id, complaint_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, state_by) references officer (agency_id, id),
    foreign key (agency_id, told_by) references officer (agency_id, id)
);

-- One uploaded export on its way into the books: columns named, looked through, taken in, row by row. Headings are those of the file.
create table lapor_import (
    agency_id   int not null references agency,
    id          bigint not null,
    file_name   text not null,
    headings    text[] not null,
    columns     text[] not null,
    ended_too   boolean not null default false,
    created_at  timestamptz not null,
    created_by  bigint not null,
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, created_by) references officer (agency_id, id)
);
create index lapor_import_running on lapor_import (agency_id, id) where started_at is not null and finished_at is null;

-- Its rows, cells divided by the unit separator (U+001F), which no cell holds. The cells of a row that was taken in are emptied at once, those of a refused one after a month: they are personal data.
create table lapor_import_row (
    agency_id int not null,
    import_id bigint not null,
    line      int not null,
    cells     text not null,
    outcome   text check (outcome in ('BARU', 'BERUBAH', 'SUDAH', 'DITOLAK')),
    reason    text,
    reason_of text not null default '',
    primary key (agency_id, import_id, line),
    foreign key (agency_id, import_id) references lapor_import (agency_id, id) on delete cascade
);
create index lapor_import_row_waiting on lapor_import_row (agency_id, import_id, line) where outcome is null;

-- Which heading an agency's exports have for what; remembered from the last import.
create table lapor_column (
    agency_id int not null references agency,
    heading   text not null,
    meaning   text not null,
    primary key (agency_id, heading)
);

-- How far an adapter has read, where an agency has one.
create table lapor_sync (
    agency_id  int primary key references agency,
    read_until timestamptz not null,
    error      text,
    error_at   timestamptz
);

-- An answer waits to be pasted there.
alter table case_copy drop constraint case_copy_kind_check;
alter table case_copy add constraint case_copy_kind_check
    check (kind in ('TEMBUSAN', 'ATAS_NAMA', 'MASUKAN', 'TIDAK_SAMPAI', 'TEMPEL'));
create index case_copy_paste on case_copy (agency_id, complaint_id) where kind = 'TEMPEL' and acknowledged_at is null;

-- Clocks that count at the other system: from its receipt, until it knows.
alter table clock add column outside boolean not null default false;
create index clock_outside on clock (agency_id, deadline, complaint_id) where outside and stopped_at is null;

alter table statutory_limit drop constraint statutory_limit_starts_check;
alter table statutory_limit add constraint statutory_limit_starts_check check (starts in ('RECEIVED', 'FORWARDED', 'REPORTED', 'ALLEGED'));
alter table statutory_limit drop constraint statutory_limit_ends_check;
alter table statutory_limit add constraint statutory_limit_ends_check check (ends in ('FORWARDED', 'FOLLOW_UP', 'ANSWER', 'SHOWN', 'TOLD'));
insert into statutory_limit (code, valid_from, complaint_kinds, name, standard, starts, ends, pauses, basis, status) values
    ('LAPOR-MULAI', '2018-01-01', '{*}', 'Mulai ditindaklanjuti di LAPOR!', '5 hari kerja', 'REPORTED', 'SHOWN', false,
     'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('LAPOR-JAWAB', '2018-01-01', '{pengaduan,keluhan,saran,kritik,masukan}', 'Dijawab di LAPOR! (tidak berkadar pengawasan)', '14 hari kerja',
     'REPORTED', 'TOLD', false, 'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('LAPOR-JAWAB-5', '2018-01-01', '{aspirasi,informasi}', 'Dijawab di LAPOR! (aspirasi dan permintaan informasi)', '5 hari kerja',
     'REPORTED', 'TOLD', false, 'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM'),
    ('LAPOR-JAWAB-60', '2018-01-01', '{*}', 'Dijawab di LAPOR! (berkadar pengawasan)', '60 hari kerja',
     'ALLEGED', 'TOLD', false, 'Praktik SP4N-LAPOR! (PermenPANRB 62/2018, diganti PermenPANRB 5/2025)', 'BELUM');

-- A number noted by hand is found again by it.
create index complaint_reception_outside on complaint_reception (agency_id, lower(value)) where field = 'nomor_luar';

-- what was reported stays reported
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on lapor_report from tindak_app;
    end if;
end $$;
