-- Papers that left the office. The text is kept as it was issued, so that a reprint says the same; it is personal data and can be erased.
-- The code stands in the QR of the paper; it is looked up by its hash, so that no comparison of the secret itself can be timed.
create table paper (
    agency_id     int not null,
    id            bigint not null,
    complaint_id  bigint not null,
    kind          text not null,
    number        text not null default '',
    identity      boolean not null,
    content       text not null,
    code          text not null,
    code_hash     bytea not null,
    issued_at     timestamptz not null,
    issued_by     bigint not null,
    withdrawn_at  timestamptz,
    withdrawn_by  bigint,
    superseded_by bigint,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, issued_by) references officer (agency_id, id),
    foreign key (agency_id, superseded_by) references paper (agency_id, id)
);
create unique index paper_code on paper (agency_id, code_hash);
-- of each kind one paper holds at a time, once with and once without the reporter's identity
create unique index paper_valid on paper (agency_id, complaint_id, kind, identity) where withdrawn_at is null;

-- Every print is a file of its own, because a reprint says which print it is. The bytes lie in the file store under their hash.
create table paper_print (
    agency_id  int not null,
    paper_id   bigint not null,
    n          int not null,
    printed_at timestamptz not null,
    printed_by bigint not null,
    sha256     bytea not null,
    pages      int not null,
    primary key (agency_id, paper_id, n),
    foreign key (agency_id, paper_id) references paper (agency_id, id),
    foreign key (agency_id, printed_by) references officer (agency_id, id)
);
create index paper_print_file on paper_print (agency_id, sha256);
