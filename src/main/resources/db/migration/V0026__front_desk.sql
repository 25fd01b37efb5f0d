-- What is known of a complaint because the office wrote it down: the letter's number and date, the account of a message, who brought it.
-- One row each, so that each can be erased.
create table complaint_reception (
    agency_id    int not null,
    complaint_id bigint not null,
    field        text not null,
    value        text not null,
    primary key (agency_id, complaint_id, field),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index complaint_reception_value on complaint_reception (agency_id, field, lower(value)) where field = 'nomor_surat';

-- Ralat: what the office had written down wrongly. The old value may be personal, so it can be erased; that there was a correction cannot.
create table complaint_correction (
    agency_id    int not null,
    id           bigint not null,
    complaint_id bigint not null,
    field        text not null,
    old_value    text not null,
    new_value    text not null,
    message_id   bigint not null,
    at           timestamptz not null,
    officer_id   bigint not null,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, message_id) references message (agency_id, id)
);
create index complaint_correction_case on complaint_correction (agency_id, complaint_id, id);

-- What the front office took in, newest first: a guest, a letter that is no complaint, or a complaint. The key makes a second click harmless.
create table counter_entry (
    agency_id      int not null references agency,
    id             bigint not null,
    submission_key text not null,
    way            text not null check (way in ('SURAT', 'TAMU', 'TELEPON', 'LISAN', 'TANGKAPAN', 'LAPOR')),
    happened_at    timestamptz not null,
    entered_at     timestamptz not null,
    entered_by     bigint not null,
    received_by    bigint not null,
    complaint_id   bigint,
    primary key (agency_id, id),
    unique (agency_id, submission_key),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index counter_entry_day on counter_entry (agency_id, entered_at);

-- The numbers in the agency's books under which it stands, where no step of the SOP enters it.
create table counter_entry_book (
    agency_id int not null,
    entry_id  bigint not null,
    book      text not null,
    year      int not null,
    number    int not null,
    primary key (agency_id, entry_id, book),
    foreign key (agency_id, entry_id) references counter_entry (agency_id, id),
    foreign key (agency_id, book, year, number) references book_entry (agency_id, book, year, number)
);

-- Receipts printed in advance for a power cut. A number is used once or declared spoilt; the others stay visible as unused.
create table blank_receipt (
    agency_id    int not null references agency,
    year         int not null,
    number       int not null check (number > 0),
    printed_at   timestamptz not null,
    printed_by   bigint not null,
    entry_id     bigint,
    spoilt_at    timestamptz,
    spoilt_by    bigint,
    spoilt_why   text,
    primary key (agency_id, year, number),
    check (entry_id is null or spoilt_at is null),
    foreign key (agency_id, entry_id) references counter_entry (agency_id, id)
);
create unique index blank_receipt_entry on blank_receipt (agency_id, entry_id) where entry_id is not null;

-- nothing of this is taken back: a number stays used, a correction stays made
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on complaint_correction, counter_entry, counter_entry_book, blank_receipt from tindak_app;
        revoke update on complaint_correction, counter_entry, counter_entry_book, blank_receipt from tindak_app;
        grant update (old_value, new_value) on complaint_correction to tindak_app;
        grant update (entry_id, spoilt_at, spoilt_by, spoilt_why) on blank_receipt to tindak_app;
    end if;
end $$;
