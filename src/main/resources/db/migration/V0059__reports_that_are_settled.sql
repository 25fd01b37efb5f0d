-- When something last happened to a report of LAPOR!; null once both sides are done with it, so that lists and jobs look only at what there is to do.
alter table lapor_report add column stirred_at timestamptz;
update lapor_report set stirred_at = state_at;
create index lapor_report_stirred on lapor_report (agency_id, complaint_id) where stirred_at is not null;
create index lapor_report_settled on lapor_report (agency_id, complaint_id) where stirred_at is null;
