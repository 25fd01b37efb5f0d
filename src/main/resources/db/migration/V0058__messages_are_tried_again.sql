-- A call that could not be read for a reason that may pass is read again later; what the same people wrote after it waits for it, so that order is kept.
alter table inbound_raw add column next_at timestamptz;
alter table inbound_raw add column persons text[] not null default '{}';

-- What servers said names no address and no telephone number any more: everybody who sees the case reads it.
update outbox set last_error = regexp_replace(
        regexp_replace(last_error, '[^\s<>()\[\],;:"'']+@[^\s<>()\[\],;:"'']+', '…', 'g'), '\+?\d([ ()-]?\d){8,}', '…', 'g')
    where last_error is not null;

-- When the last message left.
create index outbox_sent on outbox (agency_id, sent_at) where sent_at is not null;
