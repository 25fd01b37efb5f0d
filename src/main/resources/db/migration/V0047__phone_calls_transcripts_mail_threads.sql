-- A text of the conversation that was said on the telephone: which way, when it was held, with whom where it was not the reporter.
create table phone_call (
    agency_id    int not null,
    message_id   bigint not null,
    complaint_id bigint not null,
    direction    text not null check (direction in ('MASUK', 'KELUAR', 'TIDAK_TERSAMBUNG')),
    held_at      timestamptz not null,
    spoke_with   text not null,
    primary key (agency_id, message_id),
    foreign key (agency_id, message_id) references message (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index phone_call_complaint on phone_call (agency_id, complaint_id);
-- a call to a reporter whom no message reached settles that
create index case_copy_unreached on case_copy (agency_id, complaint_id) where kind = 'TIDAK_SAMPAI' and acknowledged_at is null;

-- What an officer understood of a voice note or of words in another language; stands beside them, a newer one in the same language over it.
create table transcript (
    agency_id     int not null,
    message_id    bigint not null,
    complaint_id  bigint not null,
    of_message    bigint not null,
    of_attachment bigint,
    language      text not null,
    primary key (agency_id, message_id),
    foreign key (agency_id, message_id) references message (agency_id, id),
    foreign key (agency_id, of_message) references message (agency_id, id),
    foreign key (agency_id, complaint_id) references complaint (agency_id, id)
);
create index transcript_complaint on transcript (agency_id, complaint_id);

-- neither is taken back; only whom somebody spoke with can be forgotten
do $$ begin
    if exists (select from pg_roles where rolname = 'tindak_app') then
        revoke update, delete on phone_call, transcript from tindak_app;
        grant update (spoke_with) on phone_call to tindak_app;
    end if;
end $$;

-- How a mail called itself (Message-ID), so that our answers hang below it in the sender's mail program; emptied with the address.
alter table inbound add column mail_id text;
