/*
# DOC: Bagian bin/bench dalam SQL: menyalin kasus contoh menjadi banyak aduan dengan rantai peristiwa yang utuh

What it makes. The program itself has filed and walked some dozens of cases (sample.tsv: number, code, step or "selesai"). This
file copies their rows :copies times, so that nothing here repeats what the program knows how to write. Copy i is the same case
one day and i times five minutes earlier: all its times are moved by that much, and all its ids too, which hold the time in
their high bits. So ids stay unique, in order of time, and true to their times. A copy has its own number, key, reporter, place
and salts; its events name its own ids and texts and are hashed anew into a chain that bin/verifikasi accepts. Ended cases are
closed, which the program would do ten working days later. The newest :open copies are open: half of them at the step that the
bench measures (4), the others over all steps; the rest is closed. The copies count as sealed long ago: no row in unsealed_head.

Not true to life: copied time limits may lie at night.
*/
\set ON_ERROR_STOP on
set client_min_messages = warning;
begin;
set local work_mem = '128MB';

create temp table sample_number (public_number text, code text, step text) on commit drop;
\copy sample_number from pstdin

create temp table sample on commit drop as
select c.*, s.step, row_number() over (partition by case s.step when 'selesai' then 1 when '4' then 2 else 3 end order by c.id) - 1 as nr,
       case s.step when 'selesai' then 1 when '4' then 2 else 3 end as stage
from complaint c join sample_number s using (public_number);

-- which sample the copy i is made of, and how far back it lies
create temp table copy on commit drop as
with size as (
    select count(*) filter (where stage = 1) as closed, count(*) filter (where stage = 2) as step, count(*) filter (where stage = 3) as rest from sample
), place as (
    select i, i - 1 as at, s.*, interval '1 day' + i * interval '5 minutes' as back,
           (86400000 + i * 300000::bigint) << 20 as down
    from generate_series(1, :copies) i, size s
), chosen as (
    select i, back, down,
           case when i > :open then 1 when at % (2 * step) < step then 2 else 3 end as stage,
           case when i > :open then at % closed
                when at % (2 * step) < step then at % (2 * step)
                else (at / (2 * step) * step + at % (2 * step) - step) % rest end as nr
    from place
)
select ch.i, ch.back, ch.down, s.id as sample_id, s.id - ch.down as id, s.step = 'selesai' as closed,
       'RT ' || lpad((ch.i % 20 + 1)::text, 2, '0') || ' RW ' || lpad((ch.i / 20 % 20 + 1)::text, 2, '0') || ' ' || ch.i as place,
       array['rt', 'rw', lpad((ch.i % 20 + 1)::text, 2, '0'), lpad((ch.i / 20 % 20 + 1)::text, 2, '0'), ch.i::text] as place_words,
       s.public_number as sample_number,
       split_part(s.public_number, '-', 1) || '-' || to_char(s.received_at - ch.back, 'YYMMDD') || '-'
           || (select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (ch.i >> (5 * p) & 31) + 1, 1), '' order by p desc) from generate_series(0, 3) p)
           as public_number
from chosen ch join sample s using (stage, nr);
create index on copy (sample_id);
analyze copy;

-- the texts first: the events name their salted hashes
create temp table copied_message on commit drop as
select m.agency_id, m.id - c.down as id, c.id as complaint_id, m.at - c.back as at, m.author, m.officer_id, m.audience, m.kind,
       case when m.kind = 'COMPLAINT' then m.body || ' ' || c.place else m.body end as body,
       decode(md5(m.id || '/' || c.i), 'hex') as salt, m.id as sample_message, c.i
from copy c join message m on m.complaint_id = c.sample_id;
create index on copied_message (i, sample_message);
analyze copied_message;

-- hash = SHA-256(previous hash, line), from event to event
create function pg_temp.hashed(previous bytea, line text) returns bytea language sql immutable
    return sha256(previous || convert_to(line, 'UTF8'));
create aggregate pg_temp.chained (line text) (sfunc = pg_temp.hashed, stype = bytea, initcond = '');

with part as materialized (
    -- the event's line as "time, owner, rest", the ids in the rest left out for the copy's own
    select complaint_id, seq, split_part(line, E'\t', 1)::timestamptz as at,
           regexp_replace(regexp_replace(regexp_replace(regexp_replace(line, '^[^\t]*\t[^\t]*', ''),
               '\tassignment=\d+', E'\tassignment=%1$s'), '\tmessage=\d+', E'\tmessage=%2$s'), '\ttext=\w+', E'\ttext=%3$s') as rest,
           substring(line from '\tassignment=(\d+)')::bigint as assignment, substring(line from '\tmessage=(\d+)')::bigint as message
    from complaint_event where complaint_id in (select id from sample)
), line as (
    select c.id, p.seq, to_char(p.at - c.back, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\t1/' || c.id
           || format(p.rest, p.assignment - c.down, p.message - c.down,
                     encode(substr(sha256(m.salt || convert_to(m.body, 'UTF8')), 1, 16), 'hex')) as line
    from copy c join part p on p.complaint_id = c.sample_id
    left join copied_message m on m.i = c.i and m.sample_message = p.message
    union all
    select c.id, s.chain_count + 1, to_char(s.react_until - c.back, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\t1/' || c.id
           || E'\t' || s.chain_count + 1 || E'\tCLOSED\t-'
    from copy c join sample s on s.id = c.sample_id where c.closed
)
insert into complaint_event (agency_id, complaint_id, seq, line, hash)
select 1, id, seq, line, pg_temp.chained(line) over (partition by id order by seq) from line;

insert into complaint (agency_id, id, public_number, submission_key, kind, channel, title, category, district, village, landmark,
    privacy, concerns_officer, emergency, suspect, received_at, code_rotation, returns, round, react_until, closed_at, outcome,
    chain_count, chain_head)
select s.agency_id, c.id, c.public_number, 'salinan-' || c.i, s.kind, s.channel, s.title, s.category, s.district, s.village, s.landmark,
    s.privacy, s.concerns_officer, s.emergency, s.suspect, s.received_at - c.back, s.code_rotation, s.returns, s.round, s.react_until - c.back,
    case when c.closed then s.react_until - c.back end, s.outcome, e.seq, e.hash
from copy c join complaint s on s.id = c.sample_id
join complaint_event e on e.agency_id = 1 and e.complaint_id = c.id and e.seq = s.chain_count + c.closed::int
order by c.id;

insert into public_number select public_number, 1, id from copy order by id;

insert into reporter (agency_id, complaint_id, kind, name, organisation, address, phone, email, nik_sealed, relation, represents,
    email_confirmed_at, salt)
select r.agency_id, c.id, r.kind, 'Warga ' || c.i, r.organisation, r.address, r.phone, 'warga' || c.i || '@contoh.invalid', r.nik_sealed, r.relation,
    r.represents, r.email_confirmed_at - c.back, decode(md5('pelapor' || c.i), 'hex')
from copy c join reporter r on r.complaint_id = c.sample_id order by c.id;

insert into complaint_search
select s.agency_id, c.id, array_to_tsvector(tsvector_to_array(s.words) || c.place_words), array_to_tsvector(array['warga', c.i::text])
from copy c join complaint_search s on s.complaint_id = c.sample_id order by c.id;

insert into message (agency_id, id, complaint_id, at, author, officer_id, audience, kind, body, salt)
select agency_id, id, complaint_id, at, author, officer_id, audience, kind, body, salt from copied_message order by id;

insert into handling (agency_id, id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome)
select h.agency_id, h.id - c.down, c.id, h.sop_id, h.round, h.target_unit_id, h.started_at - c.back, h.ended_at - c.back, h.outcome
from copy c join handling h on h.complaint_id = c.sample_id order by c.id;

insert into assignment (agency_id, id, complaint_id, handling_id, parent_id, step, role, unit_id, officer_id, queue, reason, opened_at,
    deadline, standard, used_seconds, calendar_version, priority, version, done_at, done_by, outcome, next_step, remaining_seconds,
    next_reminder_at, reminders)
select a.agency_id, a.id - c.down, c.id, a.handling_id - c.down, a.parent_id - c.down, a.step, a.role, a.unit_id, a.officer_id, a.queue, a.reason,
    a.opened_at - c.back, a.deadline - c.back, a.standard, a.used_seconds, a.calendar_version, a.priority, a.version, a.done_at - c.back, a.done_by,
    a.outcome, a.next_step, a.remaining_seconds, a.next_reminder_at - c.back, a.reminders
from copy c join assignment a on a.complaint_id = c.sample_id order by c.id, a.id;

insert into clock (agency_id, complaint_id, round, kind, standard, basis, pauses, started_at, deadline, paused_at, remaining_seconds,
    stopped_at, calendar_version)
select k.agency_id, c.id, k.round, k.kind, k.standard, k.basis, k.pauses, k.started_at - c.back, k.deadline - c.back, k.paused_at - c.back,
    k.remaining_seconds, k.stopped_at - c.back, k.calendar_version
from copy c join clock k on k.complaint_id = c.sample_id order by c.id;

insert into outbox (agency_id, id, complaint_id, lane, recipient, template, params, message_id, created_at, attempts, sent_at)
select o.agency_id, o.id - c.down, c.id, o.lane, 'warga' || c.i || '@contoh.invalid', o.template,
    replace(replace(o.params, c.sample_number, c.public_number), c.sample_id::text, c.id::text), o.id - c.down || '.1', o.created_at - c.back,
    o.attempts, coalesce(o.sent_at, o.created_at) - c.back
from copy c join outbox o on o.complaint_id = c.sample_id order by c.id;

commit;
