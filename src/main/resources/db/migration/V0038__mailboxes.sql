-- How far each mailbox was read: the server's number of the last mail taken, and under which count (RFC 9051, UIDVALIDITY).
create table channel_mailbox (
    agency_id  int not null,
    account_id bigint not null,
    validity   bigint not null,
    uid        bigint not null,
    primary key (agency_id, account_id),
    foreign key (agency_id, account_id) references channel_account (agency_id, id)
);
