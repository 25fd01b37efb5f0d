-- What the public may read of a case: the editor's wording beside the original, and what is left of it once personal data is masked. Only the columns shown_* ever leave for the public.
-- A row begins when somebody words it, or says that it shall not be shown. The clock's columns are copied from the case when it is published: a list of many must not open each case.
create table publication (
    agency_id       int not null,
    complaint_id    bigint not null,
    title           text not null default '',
    complaint       text not null default '',
    answer          text not null default '',
    left_open       text[] not null default '{}',
    shown_title     text not null default '',
    shown_complaint text not null default '',
    shown_answer    text not null default '',
    words           tsvector not null default ''::tsvector,
    salt            bytea not null,
    worded_by       bigint,
    worded_at       timestamptz,
    version         int not null default 0,
    published_at    timestamptz,
    published_by    bigint,
    withdrawn_at    timestamptz,
    withdrawn_by    bigint,
    withdrawn_why   text check (withdrawn_why in ('PETUGAS', 'RAHASIA', 'DIHAPUS')),
    reopened_at     timestamptz,
    followers       int not null default 0,
    kind            text,
    category        text,
    unit_id         bigint,
    district        text,
    received_at     timestamptz,
    answered_at     timestamptz,
    standard        text,
    remaining_seconds bigint,
    primary key (agency_id, complaint_id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, worded_by) references officer (agency_id, id),
    foreign key (agency_id, published_by) references officer (agency_id, id),
    foreign key (agency_id, withdrawn_by) references officer (agency_id, id),
    check ((published_at is null) = (published_by is null)),
    check ((withdrawn_at is null) = (withdrawn_why is null)),
    check (published_at is null or worded_at is not null)
);
create index publication_shown on publication (agency_id, published_at desc, complaint_id desc)
    where published_at is not null and withdrawn_at is null;
create index publication_category on publication (agency_id, category, published_at desc, complaint_id desc)
    where published_at is not null and withdrawn_at is null;
create index publication_unit on publication (agency_id, unit_id, published_at desc, complaint_id desc)
    where published_at is not null and withdrawn_at is null;
create index publication_district on publication (agency_id, district, published_at desc, complaint_id desc)
    where published_at is not null and withdrawn_at is null;
create index publication_late on publication (agency_id, published_at desc, complaint_id desc)
    where published_at is not null and withdrawn_at is null and remaining_seconds < 0;
create index publication_words on publication using gin (agency_id, words);

-- Figures of one year for the head of the public list, counted by a job: the page itself never counts.
create table publication_figures (
    agency_id  int not null references agency,
    year       int not null,
    counted_at timestamptz not null,
    received   int not null,
    published  int not null,
    timed      int not null,
    on_time    int not null,
    reopened   int not null,
    primary key (agency_id, year)
);

-- People who say that they experience the same: one for each browser, known by a keyed fingerprint alone.
create table publication_follower (
    agency_id    int not null,
    complaint_id bigint not null,
    fingerprint  bytea not null,
    since        date not null,
    primary key (agency_id, complaint_id, fingerprint),
    foreign key (agency_id, complaint_id) references publication (agency_id, complaint_id)
);

-- what was published is withdrawn, never deleted
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on publication from tindak_app;
    end if;
end $$;
