package id.tindak.handling;

import id.tindak.complaint.Privacy;
import id.tindak.sop.Sop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desk's lists. Every one walks the index assignment_desk queue by queue and stops after a page, however much lies there. */
@Repository
class DeskStore {

    /** Order of every list: emergencies, then what is due first; work without a deadline last. */
    private static final String ORDER = "a.priority, coalesce(a.deadline, 'infinity'::timestamptz), a.id";

    private static final String AFTER =
            "(a.priority, coalesce(a.deadline, 'infinity'::timestamptz), a.id) > (:p::smallint, :d::timestamptz, :i::bigint)";

    private static final String LATE = "coalesce(a.deadline, 'infinity'::timestamptz) < :now";

    private static final String OPEN_QUEUES = """
            queues (queue) as (
                (select a.queue from assignment a where a.agency_id = :agency and a.done_at is null order by a.queue limit 1)
                union all
                select (select a.queue from assignment a
                    where a.agency_id = :agency and a.done_at is null and a.queue > q.queue order by a.queue limit 1)
                from queues q where q.queue is not null
            ), foreign_queues as (
                select queue from queues where queue is not null and queue <> 'reporter' and queue <> all (:queues)
            )
            """;

    private static final String OWN = """
            select a.id, a.priority, a.deadline from unnest(:queues::text[]) as own (queue) cross join lateral (
                select a.id, a.priority, a.deadline from assignment a
                where a.agency_id = :agency and a.queue = own.queue and a.done_at is null and {admitted} and {after} {late} {filter}
                order by {order} limit :rows) a
            order by {order} limit :rows
            """;

    private static final String OTHERS = """
            select a.id, a.priority, a.deadline from foreign_queues f cross join (values (0::smallint), (1::smallint)) as p (priority)
            cross join lateral (
                select a.id, a.priority, a.deadline from assignment a
                where a.agency_id = :agency and a.queue = f.queue and a.done_at is null and a.priority = p.priority
                    and {late} and {after} and {open} and {admitted} {filter}
                order by {order} limit :others) a
            where :wide order by {order} limit :others
            """;

    private static final String OPENLY = """
            exists (select from complaint c where c.agency_id = a.agency_id and c.id = a.complaint_id and c.privacy <> 'RAHASIA')
            """;

    /** The officer is not excluded from the case. */
    private static final String ADMITTED = """
            not exists (select from exclusion e
                where e.agency_id = a.agency_id and e.complaint_id = a.complaint_id and e.officer_id = :me)
            """;

    /** What waits for its reporter: asked by a role of this officer, or anywhere for a desk of the whole agency. */
    private static final String WAITING = """
            select a.id, a.priority, a.deadline from assignment a
            join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
            left join assignment p on p.agency_id = a.agency_id and p.id = a.parent_id
            where a.agency_id = :agency and a.queue = 'reporter' and a.done_at is null and {admitted} and {after}
                and (p.done_by = :me or c.privacy <> 'RAHASIA' and (:wide or {asked} = any (:queues))) {filter}
            order by {order} limit :waiting
            """;

    private static final String ASKED = "'r:' || p.role || coalesce(':' || p.unit_id, '')";

    private static final String ROW = """
            a.id, a.complaint_id, a.handling_id, a.parent_id, a.step, a.role, a.unit_id, a.officer_id, a.queue, a.reason,
            a.opened_at, a.deadline, a.standard, a.used_seconds, a.calendar_version, a.priority, a.version, a.done_at, a.done_by,
            a.outcome, a.next_step, a.remaining_seconds, a.next_reminder_at, a.reminders,
            c.agency_id, c.public_number, c.title, c.kind, c.channel, c.privacy, c.returns, c.district, c.village, h.sop_id,
            u.short_name as unit_name, o.name as officer_name, p.step as asked_step, p.standard as asked_standard,
            p.remaining_seconds as asked_remaining, pu.short_name as from_unit, k.kind as limit_kind, k.standard as limit_standard,
            k.basis as limit_basis, k.outside as limit_outside, k.started_at as limit_started, k.deadline as limit_deadline
            """;

    private static final String ROW_TABLES = """
            join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
            join handling h on h.agency_id = a.agency_id and h.id = a.handling_id
            left join unit u on u.agency_id = a.agency_id and u.id = a.unit_id
            left join officer o on o.agency_id = a.agency_id and o.id = a.officer_id
            left join assignment p on p.agency_id = a.agency_id and p.id = a.parent_id
            left join unit pu on pu.agency_id = p.agency_id and pu.id = p.unit_id
            left join lateral (select k.kind, k.standard, k.basis, k.outside, k.started_at, k.deadline from clock k
                where k.agency_id = c.agency_id and k.complaint_id = c.id and k.kind <> 'JANJI' and k.stopped_at is null and k.paused_at is null
                order by k.deadline limit 1) k on true
            """;

    private static final String PAGE = """
            with recursive {openQueues}, listed (part, id) as (
                select :part::text, m.id from ({list}) m {beside}
            ), first_own as (
                select a.complaint_id, a.officer_id from unnest(:queues::text[]) as own (queue) cross join lateral (
                    select a.complaint_id, a.officer_id from assignment a
                    where a.agency_id = :agency and a.queue = own.queue and a.done_at is null and {admitted} limit :most) a
                limit :most
            ), tally as (
                select c.channel, c.privacy, f.officer_id from first_own f
                join complaint c on c.agency_id = :agency and c.id = f.complaint_id
            ), count as (
                select (select count(*) from first_own) as mine,
                    (select count(*) from (select from unnest(:queues::text[]) as own (queue)
                        cross join (values (0::smallint), (1::smallint)) as p (priority) cross join lateral (
                        select from assignment a where a.agency_id = :agency and a.queue = own.queue and a.done_at is null
                            and a.priority = p.priority and {late} and {admitted} limit :most) a limit :most) n) as late,
                    (select count(*) from (select from foreign_queues f
                        cross join (values (0::smallint), (1::smallint)) as p (priority) cross join lateral (
                        select from assignment a where a.agency_id = :agency and a.queue = f.queue and a.done_at is null
                            and a.priority = p.priority and {late} and {open} and {admitted} limit :most) a
                        where :wide limit :most) n) as others,
                    (select count(*) from (select from assignment a
                        join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
                        left join assignment p on p.agency_id = a.agency_id and p.id = a.parent_id
                        where a.agency_id = :agency and a.queue = 'reporter' and a.done_at is null and {admitted}
                            and (p.done_by = :me or c.privacy <> 'RAHASIA' and (:wide or {asked} = any (:queues)))
                        limit :most) n) as waiting,
                    (select count(*) from draft d join assignment a on a.agency_id = d.agency_id and a.id = d.assignment_id
                        where d.agency_id = :agency and d.officer_id = :me and {admitted}) as drafts,
                    (select count(*) from (select from unnest(:unread::text[]) as own (queue) cross join lateral (
                        select from case_copy k where k.agency_id = :agency and k.queue = own.queue and k.acknowledged_at is null
                            and not exists (select from exclusion e where e.agency_id = k.agency_id
                                and e.complaint_id = k.complaint_id and e.officer_id = :me)
                        limit :most) k limit :most) n) as unread,
                    (select count(*) from (
                        select from side_task s
                        where s.agency_id = :agency and s.queue = any (:queues) and s.done_at is null and s.assignment_id is null
                        union all
                        select from side_task s cross join lateral (select from assignment a
                            join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
                            where a.agency_id = s.agency_id and a.id = s.assignment_id and a.done_at is null
                                and c.privacy <> 'RAHASIA' and {admitted} limit 1) a
                        where s.agency_id = :agency and s.queue = any (:queues) and s.done_at is null
                        limit :most) n) as tasks,
                    (select count(*) from (select from input_request i cross join lateral (select from complaint c
                            where c.agency_id = i.agency_id and c.id = i.complaint_id and c.privacy <> 'RAHASIA' and c.outcome is null
                            limit 1) c
                        where i.agency_id = :agency and i.unit_id = any (:units) and i.given_at is null and i.withdrawn_at is null
                            and not exists (select from exclusion e where e.agency_id = i.agency_id
                                and e.complaint_id = i.complaint_id and e.officer_id = :me)
                        limit :most) n) as asked,
                    (select count(*) from tally where officer_id is null) as untaken,
                    (select count(*) from tally where privacy = 'RAHASIA') as confidential,
                    (select array_agg(t.channel || '=' || t.n)
                        from (select channel, count(*) as n from tally group by channel order by 2 desc, 1) t) as channels
            )
            select n.*, r.* from count n left join (
                select l.part, {row},
                    a.queue = any (:queues) or p.done_by = :me or {asked} = any (:queues) as held
                from listed l join assignment a on a.agency_id = :agency and a.id = l.id {tables}
            ) r on true
            order by r.part, r.priority, coalesce(r.deadline, 'infinity'::timestamptz), r.id
            """;

    private final JdbcClient db;

    DeskStore(JdbcClient db) {
        this.db = db;
    }

    /** @param held by a queue of this officer, not only seen from the desk of the whole agency */
    record Row(
            DeskQuery.Part part,
            int agencyId,
            long sopId,
            boolean held,
            Assignment work,
            String number,
            String title,
            String kind,
            String channel,
            @Nullable String place,
            Privacy privacy,
            int returns,
            String unit,
            @Nullable String holder,
            String from,
            DeskRow.@Nullable Asked asked,
            @Nullable CaseClock limit) {

        DeskRow with(Sop sop, boolean mandate) {
            return new DeskRow(
                    work, number, title, kind, channel, place, privacy, returns, sop, unit, holder, from, asked, limit,
                    mandate);
        }
    }

    record Answer(DeskPage.Counts counts, Map<String, Integer> channels, List<Row> rows) {}

    /** @param beside rows of the two short lists beside the own work */
    Answer page(Desk.Owner owner, DeskQuery query, Instant now, int rows, int beside) {
        DeskQuery.After after = query.after() == null ? DeskQuery.After.START : query.after();
        boolean first = query.part() == DeskQuery.Part.MINE;
        String sql = fill(PAGE.replace("{openQueues}", OPEN_QUEUES)
                .replace("{list}", list(query))
                .replace("{beside}", first && query.after() == null ? beside() : ""));
        return db.sql(sql)
                .param("agency", owner.agencyId())
                .param("me", owner.officerId())
                .param("queues", owner.queues().toArray(String[]::new))
                .param("units", owner.units().toArray(Long[]::new))
                .param("unread", owner.ownQueues().toArray(String[]::new))
                .param("wide", owner.wide())
                .param("part", query.part().name())
                .param("now", Timestamp.from(now))
                .param("p", after.priority())
                .param(
                        "d",
                        after.deadline().equals(DeskQuery.After.NEVER)
                                ? "infinity"
                                : after.deadline().toString())
                .param("i", after.id())
                .param("rows", rows)
                .param("others", first ? beside : rows)
                .param("waiting", first ? beside : rows)
                .param("most", DeskPage.Counts.MOST)
                .param("channel", query.filter().channel())
                .param("district", query.filter().district())
                .param("category", query.filter().category())
                .query(DeskStore::answer);
    }

    List<Row> byIds(int agencyId, long officerId, Collection<Long> assignmentIds) {
        if (assignmentIds.isEmpty()) return List.of();
        return db.sql("select 'MINE' as part, true as held, " + ROW + " from assignment a " + ROW_TABLES
                        + " where a.agency_id = :agency and a.id = any (:ids) and a.done_at is null and " + ADMITTED
                        + " order by " + ORDER)
                .param("agency", agencyId)
                .param("me", officerId)
                .param("ids", assignmentIds.toArray(Long[]::new))
                .query((rs, i) -> row(rs))
                .list();
    }

    private static String list(DeskQuery query) {
        String list = switch (query.part()) {
            case MINE -> OWN.replace("{late}", "");
            case LATE -> OWN.replace("{late}", "and " + LATE);
            case OTHERS -> OTHERS;
            case WAITING -> WAITING;
        };
        return list.replace("{after}", query.after() == null ? "true" : AFTER)
                .replace("{filter}", filter(query.filter()));
    }

    private static String beside() {
        return Stream.of(Map.entry("OTHERS", OTHERS), Map.entry("WAITING", WAITING))
                .map(e -> "union all select '" + e.getKey() + "', m.id from ("
                        + e.getValue().replace("{after}", "true").replace("{filter}", "") + ") m")
                .collect(Collectors.joining(" "));
    }

    private static String fill(String sql) {
        return sql.replace("{row}", ROW)
                .replace("{tables}", ROW_TABLES)
                .replace("{late}", LATE)
                .replace("{open}", OPENLY)
                .replace("{admitted}", ADMITTED)
                .replace("{asked}", ASKED)
                .replace("{order}", ORDER);
    }

    private static String filter(DeskQuery.Filter f) {
        StringBuilder sql = new StringBuilder();
        if (f.untaken()) sql.append(" and a.officer_id is null");
        if (!f.ofComplaint()) return sql.toString();
        sql.append(" and exists (select from complaint c where c.agency_id = a.agency_id and c.id = a.complaint_id");
        if (f.channel() != null) sql.append(" and c.channel = :channel");
        if (f.confidential()) sql.append(" and c.privacy = 'RAHASIA'");
        if (f.district() != null) sql.append(" and c.district = :district");
        if (f.category() != null) sql.append(" and c.category = :category");
        return sql.append(')').toString();
    }

    private static Answer answer(ResultSet rs) throws SQLException {
        DeskPage.Counts counts = new DeskPage.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Map<String, Integer> channels = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        while (rs.next()) {
            if (rs.isFirst()) {
                counts = new DeskPage.Counts(
                        rs.getInt("mine"),
                        rs.getInt("late"),
                        rs.getInt("others"),
                        rs.getInt("waiting"),
                        rs.getInt("drafts"),
                        rs.getInt("untaken"),
                        rs.getInt("confidential"),
                        rs.getInt("unread"),
                        rs.getInt("asked"),
                        rs.getInt("tasks"));
                channels(rs, channels);
            }
            if (rs.getString("part") != null) rows.add(row(rs));
        }
        return new Answer(counts, channels, rows);
    }

    private static void channels(ResultSet rs, Map<String, Integer> channels) throws SQLException {
        if (rs.getArray("channels") == null) return;
        for (String pair : (String[]) rs.getArray("channels").getArray()) {
            int eq = pair.lastIndexOf('=');
            channels.put(pair.substring(0, eq), Integer.valueOf(pair.substring(eq + 1)));
        }
    }

    private static Row row(ResultSet rs) throws SQLException {
        Assignment work = HandlingStore.assignment(rs, 0);
        String place = Stream.of(rs.getString("village"), rs.getString("district"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        Long remaining = (Long) rs.getObject("asked_remaining");
        DeskRow.Asked asked = !work.waitsForReporter() || rs.getString("asked_step") == null
                ? null
                : new DeskRow.Asked(
                        rs.getString("asked_step"),
                        rs.getString("asked_standard"),
                        remaining == null ? null : Duration.ofSeconds(remaining));
        boolean cameBack = work.reason() == Assignment.Reason.RETURN;
        return new Row(
                DeskQuery.Part.valueOf(rs.getString("part")),
                rs.getInt("agency_id"),
                rs.getLong("sop_id"),
                rs.getBoolean("held"),
                work,
                rs.getString("public_number"),
                rs.getString("title"),
                rs.getString("kind"),
                rs.getString("channel"),
                place.isEmpty() ? null : place,
                Privacy.valueOf(rs.getString("privacy")),
                rs.getInt("returns"),
                orEmpty(rs.getString("unit_name")),
                rs.getString("officer_name"),
                cameBack ? orEmpty(rs.getString("from_unit")) : "",
                asked,
                limit(rs));
    }

    private static @Nullable CaseClock limit(ResultSet rs) throws SQLException {
        String kind = rs.getString("limit_kind");
        return kind == null
                ? null
                : CaseClock.running(
                        kind,
                        rs.getString("limit_standard"),
                        rs.getString("limit_basis"),
                        rs.getBoolean("limit_outside"),
                        rs.getTimestamp("limit_started").toInstant(),
                        rs.getTimestamp("limit_deadline").toInstant());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
