-- A reopened case is answered again, with a letter of its own: of each kind one paper holds at a time in each round.
alter table paper add column round int not null default 1;
drop index paper_valid;
create unique index paper_valid on paper (agency_id, complaint_id, kind, identity, round) where withdrawn_at is null;

-- demo only: the file that would have gone with the mail
alter table local_mail add column enclosure_name text, add column enclosure bytea;
