-- Near spellings ("penerangn") are found by their trigrams. A trusted extension, like btree_gin: the owner of the database may create it.
create extension if not exists pg_trgm;

-- The agency's library of solution notes. Whoever wrote the text as it stands cannot approve it: a second person reads it first.
-- words: stems of the whole note; question_words: of the question alone, they weigh more; spelling: the question's words as they are
-- written. salt: of the fingerprint by which the agency's events name the text.
create table solution_note (
    agency_id       int not null references agency,
    id              bigint not null,
    question        text not null,
    answer          text not null,
    basis           text not null,
    category        text,
    valid_until     date,
    complaint_id    bigint,
    made_by         bigint not null,
    made_at         timestamptz not null,
    written_by      bigint not null,
    written_at      timestamptz not null,
    approved_by     bigint,
    approved_at     timestamptz,
    withdrawn_by    bigint,
    withdrawn_at    timestamptz,
    withdraw_reason text,
    uses            int not null default 0,
    version         int not null default 1,
    salt            bytea not null,
    words           tsvector not null,
    question_words  tsvector not null,
    spelling        text not null,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, made_by) references officer (agency_id, id),
    foreign key (agency_id, written_by) references officer (agency_id, id),
    foreign key (agency_id, approved_by) references officer (agency_id, id),
    foreign key (agency_id, withdrawn_by) references officer (agency_id, id),
    check (approved_by <> written_by),
    check ((approved_at is null) = (approved_by is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index solution_note_words on solution_note using gin (agency_id, words);
create index solution_note_spelling on solution_note using gin (agency_id, spelling gin_trgm_ops);

-- a note is withdrawn, never deleted
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on solution_note from tindak_app;
    end if;
end $$;
