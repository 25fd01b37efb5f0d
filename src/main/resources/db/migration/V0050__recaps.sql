-- The recap of a month, quarter, half-year or year: worked out by a job into a sheet, signed on paper, then frozen. A later correction is a
-- further revision. The counts beside the sheet are for the list of recaps and the line of twelve months.
create table recap (
    agency_id    int not null references agency,
    id           bigint not null,
    period       text not null check (period ~ '^\d{4}(-(0[1-9]|1[0-2]|T[1-4]|S[12]))?$'),
    revision     int not null check (revision > 0),
    reason       text not null default '',
    wanted       text check (wanted in ('HITUNG', 'BEKUKAN')),
    wanted_by    bigint,
    trouble      text check (trouble in ('GAGAL', 'BERUBAH')),
    computed_at  timestamptz,
    until        timestamptz,
    content      text not null default '',
    opening      bigint not null default 0,
    received     bigint not null default 0,
    finished     bigint not null default 0,
    closing      bigint not null default 0,
    timed        bigint not null default 0,
    kept         bigint not null default 0,
    note         text not null default '',
    signer_title text not null default '',
    signer_name  text not null default '',
    signer_nip   text not null default '',
    tasks        bigint[] not null default '{}',
    frozen_at    timestamptz,
    frozen_by    bigint,
    sha256       bytea,
    primary key (agency_id, id),
    unique (agency_id, period, revision),
    check ((revision = 1) = (reason = '')),
    check ((frozen_at is null) = (frozen_by is null) and (frozen_at is null) = (sha256 is null)),
    check (frozen_at is null or computed_at is not null),
    foreign key (agency_id, wanted_by) references officer (agency_id, id),
    foreign key (agency_id, frozen_by) references officer (agency_id, id)
);
create unique index recap_draft on recap (agency_id, period) where frozen_at is null;
create index recap_wanted on recap (agency_id, id) where wanted is not null;

-- The files of a frozen recap, as they were handed out. Withheld: a complaint that they tell of was erased since.
create table recap_file (
    agency_id   int not null,
    recap_id    bigint not null,
    name        text not null,
    media_type  text not null,
    size        bigint not null,
    sha256      text not null,
    withheld_at timestamptz,
    primary key (agency_id, recap_id, name),
    foreign key (agency_id, recap_id) references recap (agency_id, id)
);
create index recap_file_stored on recap_file (agency_id, sha256) where withheld_at is null;

-- The cases that ended in a frozen month, with what was done about each. Subject and solution can be erased; hidden ones never had any.
create table recap_case (
    agency_id    int not null,
    recap_id     bigint not null,
    line         int not null,
    complaint_id bigint not null,
    hidden       boolean not null,
    number       text not null,
    received_at  timestamptz not null,
    ended_at     timestamptz not null,
    kind         text not null,
    category     text not null,
    channel      text not null,
    unit         text not null,
    outcome      text not null,
    subject      text not null,
    solution     text not null,
    primary key (agency_id, recap_id, line),
    foreign key (agency_id, recap_id) references recap (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index recap_case_complaint on recap_case (agency_id, complaint_id);

-- runs by when they ended, open ones last: what a month has to do with is one stretch of it
create index handling_lasted on handling (agency_id, (coalesce(ended_at, 'infinity'::timestamptz)), id);

-- Working time before a moment, of a calendar that is laid out as stretches: where they begin and end (seconds since 1970), and what lies before each.
create function working_seconds(begins bigint[], ends bigint[], before bigint[], moment timestamptz) returns bigint
language sql immutable parallel safe as $$
    select case when at = 0 then 0 else before[at] + least(second, ends[at]) - begins[at] end
    from (select extract(epoch from moment)::bigint as second, width_bucket(extract(epoch from moment)::bigint, begins) as at) stretch
$$;

-- what is frozen stays as it is, whoever asks
create function recap_is_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'recap % of agency % is frozen', old.id, old.agency_id;
end $$;
create trigger recap_frozen before update or delete on recap for each row when (old.frozen_at is not null) execute function recap_is_frozen();

do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke delete on recap, recap_file, recap_case from tindak_app;
        revoke update on recap_file, recap_case from tindak_app;
        grant update (withheld_at) on recap_file to tindak_app;
        grant update (subject, solution) on recap_case to tindak_app;
    end if;
end $$;
