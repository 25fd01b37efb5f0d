package id.tindak.handling;

import id.tindak.complaint.Privacy;
import id.tindak.sop.Sop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseLineStore {

    private static final String ROLE_QUEUE = "'r:' || x.role || coalesce(':' || x.unit_id, '')";

    /** @param {ids} a list of complaint ids as {@code found (id, rank)} */
    private static final String LINES = """
            select f.rank, c.agency_id, c.id, c.public_number, c.title, c.kind, c.channel, c.district, c.village, c.privacy, c.received_at,
                c.outcome, h.sop_id, a.step, a.role, a.officer_id, a.opened_at, a.deadline, u.short_name as unit_name,
                o.name as officer_name, m.ever, m.holds_now, m.in_person
            from found f
            join complaint c on c.agency_id = :agency and c.id = f.id
            cross join lateral (select h.sop_id from handling h where h.agency_id = c.agency_id and h.complaint_id = c.id
                order by h.round desc limit 1) h
            left join lateral (select x.step, x.role, x.unit_id, x.officer_id, x.opened_at, x.deadline from assignment x
                where x.agency_id = c.agency_id and x.complaint_id = c.id and x.done_at is null order by x.id desc limit 1) a on true
            left join unit u on u.agency_id = c.agency_id and u.id = a.unit_id
            left join officer o on o.agency_id = c.agency_id and o.id = a.officer_id
            cross join lateral (
                select coalesce(bool_or(x.officer_id = :me or x.done_by = :me or {queue} = any (:queues)), false) as ever,
                    coalesce(bool_or(x.done_at is null and (x.officer_id = :me or {queue} = any (:queues))), false) as holds_now,
                    coalesce(bool_or(x.done_by = :me), false) as in_person
                from assignment x where x.agency_id = c.agency_id and x.complaint_id = c.id) m
            where not exists (select from exclusion e
                where e.agency_id = c.agency_id and e.complaint_id = c.id and e.officer_id = :me)
            order by f.rank desc, f.id desc
            """.replace("{queue}", ROLE_QUEUE);

    private final JdbcClient db;

    CaseLineStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param everHeld it lay with this officer or one of the officer's present roles at some time
     * @param inPerson this very officer did one of its steps
     */
    record Found(
            int agencyId,
            long sopId,
            boolean everHeld,
            boolean holdsNow,
            boolean inPerson,
            long complaintId,
            String number,
            String title,
            String kind,
            String channel,
            @Nullable String place,
            Privacy privacy,
            Instant receivedAt,
            @Nullable String step,
            @Nullable String role,
            String unit,
            @Nullable String holder,
            @Nullable Instant since,
            @Nullable Instant deadline,
            @Nullable String outcome,
            long rank) {

        CaseLine line(Sop sop) {
            return new CaseLine(
                    complaintId,
                    number,
                    title,
                    kind,
                    channel,
                    place,
                    privacy,
                    receivedAt,
                    sop,
                    step,
                    role,
                    unit,
                    holder,
                    since,
                    deadline,
                    outcome);
        }
    }

    List<Found> byNumber(Desk.Owner owner, String number) {
        return of(owner, """
                select c.id, 0 as rank from complaint c where c.agency_id = :agency and c.public_number = :text
                """, number, 1, 0, new String[0]);
    }

    /** The number that another system gave, as an officer or an import noted it. */
    List<Found> byOutsideNumber(Desk.Owner owner, String number, int limit) {
        return of(owner, """
                select r.complaint_id as id, 0 as rank from complaint_reception r
                where r.agency_id = :agency and r.field = 'nomor_luar' and lower(r.value) = lower(:text) limit :limit
                """, number, limit, 0, new String[0]);
    }

    List<Found> byWords(Desk.Owner owner, String query, int newest) {
        return of(owner, """
                select s.complaint_id as id, 0 as rank from complaint_search s
                where s.agency_id = :agency and s.words @@ :text::tsquery order by s.complaint_id desc limit :limit
                """, query, newest, 0, new String[0]);
    }

    List<Found> byPerson(Desk.Owner owner, String query, int newest) {
        return of(owner, """
                select s.complaint_id as id, 0 as rank from complaint_search s
                where s.agency_id = :agency and s.person_words @@ :text::tsquery order by s.complaint_id desc limit :limit
                """, query, newest, 0, new String[0]);
    }

    List<Found> byIds(Desk.Owner owner, Long[] ids) {
        return param(
                        db.sql("with found as materialized (select x.id, 0 as rank from unnest(:ids) as x (id)) "
                                + LINES),
                        owner,
                        "",
                        ids.length,
                        0,
                        new String[0])
                .param("ids", ids)
                .query(CaseLineStore::found)
                .list();
    }

    /** @param answers by complaint, how the answer begins; of confidential cases none */
    record Around(
            List<Drafts.Draft> drafts,
            List<Found> similar,
            Map<Long, String> answers,
            List<Found> joinedTo,
            List<Found> joined) {}

    private static final int JOINED_TO = 1_000_001;
    private static final int JOINED = 1_000_000;

    /** Own drafts, the joined cases, and the ten of the newest matches that share most words, at least two. */
    Around around(Desk.Owner owner, long complaintId, @Nullable Long joinedTo, String query, String[] words) {
        List<Drafts.Draft> drafts = new ArrayList<>();
        Map<Integer, List<Found>> byRank = new HashMap<>();
        Map<Long, String> answers = new HashMap<>();
        param(db.sql("""
                with found as materialized (
                    (select n.complaint_id as id, n.rank from (
                        select s.complaint_id, length(s.words) - length(ts_delete(s.words, :words)) as rank
                        from (select complaint_id, words from complaint_search
                            where agency_id = :agency and words @@ :text::tsquery and complaint_id <> :self
                            order by complaint_id desc limit :limit) s) n
                    where n.rank >= 2 order by n.rank desc, n.complaint_id desc limit 10)
                    union all select c.id, 1000001 from complaint c where c.agency_id = :agency and c.id = :joinedTo
                    union all select c.id, 1000000 from complaint c where c.agency_id = :agency and c.joined_to = :self
                )
                select d.*, r.*, (select left(m.body, 400) from message m
                    where m.agency_id = :agency and m.complaint_id = r.id and m.kind = 'ANSWER' and m.body <> '' and r.privacy <> 'RAHASIA'
                    order by m.id desc limit 1) as answer
                from (
                    select array_agg(d.assignment_id order by d.saved_at desc) as draft_ids,
                        array_agg(d.fields order by d.saved_at desc) as draft_fields,
                        array_agg(d.saved_at order by d.saved_at desc) as draft_times
                    from assignment a join draft d on d.agency_id = a.agency_id and d.officer_id = :me and d.assignment_id = a.id
                    where a.agency_id = :agency and a.complaint_id = :self) d
                left join (
                """ + LINES + ") r on true"), owner, query, CaseLines.NEWEST, complaintId, words)
                .param("joinedTo", joinedTo == null ? 0 : joinedTo)
                .query((ResultSet rs) -> {
                    if (rs.isFirst()) drafts(rs, drafts);
                    if (rs.getString("answer") != null) answers.put(rs.getLong("id"), rs.getString("answer"));
                    if (rs.getObject("id") != null)
                        byRank.computeIfAbsent(Math.max((int) rs.getLong("rank"), JOINED - 1), k -> new ArrayList<>())
                                .add(found(rs, 0));
                });
        List<Found> similar = byRank.getOrDefault(JOINED - 1, List.of());
        return new Around(
                drafts,
                similar,
                answers,
                byRank.getOrDefault(JOINED_TO, List.of()),
                byRank.getOrDefault(JOINED, List.of()));
    }

    private static void drafts(ResultSet rs, List<Drafts.Draft> drafts) throws SQLException {
        if (rs.getArray("draft_ids") == null) return;
        Long[] ids = (Long[]) rs.getArray("draft_ids").getArray();
        String[] fields = (String[]) rs.getArray("draft_fields").getArray();
        Timestamp[] times = (Timestamp[]) rs.getArray("draft_times").getArray();
        for (int i = 0; i < ids.length; i++) drafts.add(Drafts.read(ids[i], fields[i], times[i].toInstant()));
    }

    List<Found> all(int agencyId, long auditor, long before, int limit) {
        return of(new Desk.Owner(agencyId, auditor, List.of()), """
                select c.id, 0 as rank from complaint c
                where c.agency_id = :agency and c.id < :self and c.privacy <> 'RAHASIA' order by c.id desc limit :limit
                """, "", limit, before, new String[0]);
    }

    /** Those that officers returned, the most often returned first. */
    List<Found> returned(Desk.Owner owner, int limit) {
        return of(owner, """
                select c.id, c.returns as rank from complaint c
                where c.agency_id = :agency and c.closed_at is null and c.returns > 0 and c.outcome is null
                order by c.returns desc, c.id desc limit :limit
                """, "", limit, 0, new String[0]);
    }

    /** Keeps the words of a search over reporters, apart from the chain so that they can be erased. */
    void log(int agencyId, long id, long officerId, Instant at, String words, byte[] salt) {
        db.sql("insert into reporter_search (agency_id, id, officer_id, at, words, salt) values (?, ?, ?, ?, ?, ?)")
                .params(agencyId, id, officerId, Timestamp.from(at), words, salt)
                .update();
    }

    private List<Found> of(Desk.Owner owner, String found, String text, int limit, long self, String[] words) {
        return param(db.sql("with found as materialized (" + found + ") " + LINES), owner, text, limit, self, words)
                .query(CaseLineStore::found)
                .list();
    }

    private static JdbcClient.StatementSpec param(
            JdbcClient.StatementSpec sql, Desk.Owner owner, String text, int limit, long self, String[] words) {
        return sql.param("agency", owner.agencyId())
                .param("me", owner.officerId())
                .param("queues", owner.roleQueues().toArray(String[]::new))
                .param("text", text)
                .param("limit", limit)
                .param("self", self)
                .param("words", words);
    }

    private static Found found(ResultSet rs, int i) throws SQLException {
        String place = Stream.of(rs.getString("village"), rs.getString("district"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String unit = rs.getString("unit_name");
        return new Found(
                rs.getInt("agency_id"),
                rs.getLong("sop_id"),
                rs.getBoolean("ever"),
                rs.getBoolean("holds_now"),
                rs.getBoolean("in_person"),
                rs.getLong("id"),
                rs.getString("public_number"),
                rs.getString("title"),
                rs.getString("kind"),
                rs.getString("channel"),
                place.isEmpty() ? null : place,
                Privacy.valueOf(rs.getString("privacy")),
                rs.getTimestamp("received_at").toInstant(),
                rs.getString("step"),
                rs.getString("role"),
                unit == null ? "" : unit,
                rs.getString("officer_name"),
                instant(rs, "opened_at"),
                instant(rs, "deadline"),
                rs.getString("outcome"),
                rs.getLong("rank"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
