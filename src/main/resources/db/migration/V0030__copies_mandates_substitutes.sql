-- One officer acts for another from–to: as substitute while the other is away, or by a mandate to enter what the other decided on paper.
alter table absence rename to stand_in;
alter table stand_in add column kind text not null default 'PENGGANTI' check (kind in ('PENGGANTI', 'MANDAT'));
alter table stand_in alter column kind drop default;
-- null: the first of the person's list of substitutes who is there
alter table stand_in alter column substitute_id drop not null;
alter table stand_in add check (substitute_id is not null or kind = 'PENGGANTI');

-- Who steps in for a leader, in order: Wakil Ketua I, II, III.
create table substitute_order (
    agency_id     int not null,
    officer_id    bigint not null,
    position      smallint not null,
    substitute_id bigint not null,
    primary key (agency_id, officer_id, position),
    unique (agency_id, officer_id, substitute_id),
    check (officer_id <> substitute_id),
    foreign key (agency_id, officer_id) references officer (agency_id, id),
    foreign key (agency_id, substitute_id) references officer (agency_id, id)
);

create function standing_in(agency int, on_day date) returns table (officer_id bigint, substitute_id bigint, kind text)
language sql stable as $$
    select s.officer_id, coalesce(s.substitute_id, (
            select o.substitute_id from substitute_order o
            join officer p on p.agency_id = o.agency_id and p.id = o.substitute_id
            where o.agency_id = s.agency_id and o.officer_id = s.officer_id
                and on_day >= p.active_from and (p.active_until is null or on_day <= p.active_until)
                and not exists (select from stand_in away where away.agency_id = o.agency_id and away.officer_id = o.substitute_id
                    and away.kind = 'PENGGANTI' and on_day between away.from_day and away.to_day)
            order by o.position limit 1)), s.kind
    from stand_in s where s.agency_id = agency and on_day between s.from_day and s.to_day
$$;

-- Who has to know of a case without having to do anything: a copy that the SOP sends (tembusan), or what somebody entered in the
-- official's name. It never holds a case up. An objection of the official is a text of the case.
create table case_copy (
    agency_id       int not null,
    id              bigint not null,
    complaint_id    bigint not null,
    assignment_id   bigint not null,
    kind            text not null check (kind in ('TEMBUSAN', 'ATAS_NAMA')),
    queue           text not null,
    sent_by         bigint,
    sent_at         timestamptz not null,
    pen_at          timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by bigint,
    primary key (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, assignment_id) references assignment (agency_id, id),
    foreign key (agency_id, sent_by) references officer (agency_id, id),
    foreign key (agency_id, acknowledged_by) references officer (agency_id, id),
    check ((pen_at is not null) = (kind = 'ATAS_NAMA'))
);
create index case_copy_unread on case_copy (agency_id, queue, id) where acknowledged_at is null;
