-- What was sent to the reporter of a case, for its page.
create index outbox_of_case on outbox (agency_id, complaint_id, id) where complaint_id is not null;
alter table case_copy drop constraint case_copy_kind_check;
alter table case_copy add constraint case_copy_kind_check check (kind in ('TEMBUSAN', 'ATAS_NAMA', 'MASUKAN', 'TIDAK_SAMPAI'));
