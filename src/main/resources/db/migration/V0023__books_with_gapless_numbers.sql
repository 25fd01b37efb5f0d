-- The agency's books (agenda, letters sent, guests, expedition, notes of solutions). A book that has no row here has the name and the
-- template that the program brings; a row says otherwise, or adds a book of the agency's own.
create table book (
    agency_id      int not null references agency,
    key            text not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    kind           text not null check (kind in ('AGENDA', 'OUTGOING', 'GUESTS', 'DISPATCH', 'SOLUTIONS')),
    name           text not null,
    template       text not null,
    classification text not null,
    unit           text not null,
    code           text not null,
    primary key (agency_id, key)
);

-- One row per book and local year: whoever takes a number holds it until the commit, so a number that was rolled back is given again.
-- "closed" stands here and not beside it, because a waiting statement sees the newest version of the row that it waited for, and of no other.
create table book_counter (
    agency_id int not null references agency,
    book      text not null,
    year      int not null,
    last      int not null check (last >= 0),
    closed    boolean not null default false,
    primary key (agency_id, book, year)
) with (fillfactor = 50);

-- An entry keeps its number for ever. step and round: which step of the SOP asked for it, so that a step done again after a return is not
-- entered again. happened_at is the real time (of receipt, of the visit), entered_at when it was written down.
create table book_entry (
    agency_id       int not null,
    book            text not null,
    year            int not null,
    number          int not null check (number > 0),
    printed         text not null,
    complaint_id    bigint,
    step            text,
    round           int,
    submission_key  text,
    happened_at     timestamptz not null,
    entered_at      timestamptz not null,
    entered_by      bigint,
    external_number text,
    cancelled_at    timestamptz,
    cancelled_by    bigint,
    cancel_reason   text,
    primary key (agency_id, book, year, number),
    unique (agency_id, submission_key),
    foreign key (agency_id, book, year) references book_counter (agency_id, book, year),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index book_entry_complaint on book_entry (agency_id, complaint_id) where complaint_id is not null;

-- The columns of the book's kind, one row each. Names, addresses and telephone numbers stand here and nowhere else, so that they can be erased.
create table book_field (
    agency_id int not null,
    book      text not null,
    year      int not null,
    number    int not null,
    field     text not null,
    value     text not null,
    primary key (agency_id, book, year, number, field),
    foreign key (agency_id, book, year, number) references book_entry (agency_id, book, year, number)
);

-- Ralat: what stood there before. It may be personal, so the old value can be erased; the fact that there was a correction cannot.
create table book_correction (
    agency_id  int not null,
    id         bigint not null,
    book       text not null,
    year       int not null,
    number     int not null,
    field      text not null,
    old_value  text not null,
    reason     text not null,
    at         timestamptz not null,
    officer_id bigint not null,
    primary key (agency_id, id),
    foreign key (agency_id, book, year, number) references book_entry (agency_id, book, year, number)
);
create index book_correction_entry on book_correction (agency_id, book, year, number, id);

create table book_closing (
    agency_id     int not null,
    book          text not null,
    year          int not null,
    closed_on     date not null,
    last          int not null,
    first_signer  text not null,
    second_signer text not null,
    at            timestamptz not null,
    officer_id    bigint not null,
    primary key (agency_id, book, year),
    foreign key (agency_id, book, year) references book_counter (agency_id, book, year)
);

-- the application takes no entry, number, correction or closing out of a book, and gives no entry another number
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on book_counter, book_entry, book_correction, book_closing from tindak_app;
        revoke update on book_entry, book_correction, book_closing from tindak_app;
        grant update (happened_at, external_number, cancelled_at, cancelled_by, cancel_reason) on book_entry to tindak_app;
        grant update (old_value, reason) on book_correction to tindak_app;
    end if;
end $$;
