-- When a person wrote to an Instagram account last: that opens the time in which he may be written to.
create table instagram_person (
    agency_id  int not null,
    account_id bigint not null,
    address    text not null,
    wrote_at   timestamptz not null,
    primary key (agency_id, account_id, address),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);

-- Comments under an account's posts: each may be answered once in private, for some days.
create table instagram_comment (
    agency_id   int not null,
    account_id  bigint not null,
    comment_id  text not null,
    address     text not null,
    at          timestamptz not null,
    answered_at timestamptz,
    primary key (agency_id, account_id, comment_id),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);
create index instagram_comment_open on instagram_comment (agency_id, account_id, address, at) where answered_at is null;
