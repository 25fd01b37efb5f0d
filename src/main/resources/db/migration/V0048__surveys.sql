-- Survey of satisfaction (SKM, PermenPANRB 14/2017). An invitation belongs to a case and is given once; its address is found by a keyed hash.
-- When it is answered it keeps the day alone.
create table survey_invitation (
    agency_id    int not null,
    complaint_id bigint not null,
    token_hash   bytea not null,
    key_set      int not null,
    instrument   text not null,
    unit_id      bigint,
    channel      text not null,
    invited_on   date not null,
    used_on      date,
    primary key (agency_id, complaint_id),
    unique (agency_id, token_hash),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id)
);
create index survey_invitation_day on survey_invitation (agency_id, invited_on);

-- What somebody answered. It names no case, no invitation and no moment, and its id is random: ids that rise with time would say when it was
-- written. entered_by and entered_on only where an officer typed a paper form.
create table survey_response (
    agency_id   int not null references agency,
    id          bigint not null,
    instrument  text not null,
    answered_on date not null,
    half        text check (half in ('PAGI', 'SIANG')),
    origin      text not null check (origin in ('UNDANGAN', 'LOKET', 'KERTAS')),
    channel     text,
    unit_id     bigint,
    service     text not null,
    sex         text,
    age         int check (age between 1 and 120),
    education   text,
    occupation  text,
    suggestion  text,
    entered_by  bigint,
    entered_on  date,
    primary key (agency_id, id),
    foreign key (agency_id, unit_id) references unit (agency_id, id),
    foreign key (agency_id, entered_by) references officer (agency_id, id),
    check ((origin = 'KERTAS') = (entered_by is not null) and (entered_by is null) = (entered_on is null))
);
create index survey_response_day on survey_response (agency_id, answered_on);

-- One line for each element that was answered; what was left out has none.
create table survey_answer (
    agency_id   int not null,
    response_id bigint not null,
    element     text not null,
    value       int not null check (value between 1 and 4),
    primary key (agency_id, response_id, element),
    foreign key (agency_id, response_id) references survey_response (agency_id, id) on delete cascade
);

-- Answers stay as they were given; a suggestion can be erased. What was mistyped from paper can be taken out again.
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke update on survey_response, survey_answer from tindak_app;
        grant update (suggestion) on survey_response to tindak_app;
        revoke update, delete on survey_invitation from tindak_app;
        grant update (used_on) on survey_invitation to tindak_app;
    end if;
end $$;
