-- db-scheduler 16: who runs which job when. The platform's own, so without agency_id.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- what the senders ask: the next message of one agency, what waits for the same person, what that person got of late
create index outbox_agency_due on outbox (agency_id, lane, next_at, id) where next_at is not null;
create index outbox_person_waiting on outbox (agency_id, lower(recipient), id) where next_at is not null;
create index outbox_person_sent on outbox (agency_id, lower(recipient), sent_at) where sent_at is not null;

-- whether a file that lies in the store is named by anybody
create index attachment_file on attachment (agency_id, sha256);
