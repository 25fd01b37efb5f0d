-- Sessions of officers, as Spring Session JDBC 4 wants them; the platform's own, so without agency_id: the signed-in person
-- inside names the agency, and principal_name is "agency:officer".
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- one-time links that set a password: SHA-256 of the token, the token itself is nowhere
create table password_link (
    agency_id  int not null,
    token_hash bytea not null,
    officer_id bigint not null,
    expires_at timestamptz not null,
    primary key (agency_id, token_hash),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
create index password_link_officer on password_link (agency_id, officer_id);

-- who came in, or tried with a name that exists; client = visitor's address
create table sign_in (
    agency_id  int not null,
    id         bigint not null,
    officer_id bigint not null,
    at         timestamptz not null,
    accepted   boolean not null,
    client     text not null,
    primary key (agency_id, id),
    foreign key (agency_id, officer_id) references officer (agency_id, id)
);
create index sign_in_officer on sign_in (agency_id, officer_id, id);
