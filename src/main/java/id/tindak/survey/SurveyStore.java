package id.tindak.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SurveyStore {

    /** Of which answers: a period, and one unit, or all. */
    private static final String CHOSEN = """
            r.agency_id = :agency and r.answered_on between :from and :to and (:unit::bigint is null or r.unit_id = :unit)
            """;

    private static final String INVITATION = "complaint_id, key_set, instrument, unit_id, channel, used_on";

    private final JdbcClient db;

    SurveyStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the case was asked before. */
    boolean invite(int agencyId, Invitation i, byte[] tokenHash, LocalDate today) {
        return db.sql("""
                        insert into survey_invitation (agency_id, complaint_id, token_hash, key_set, instrument, unit_id, channel, invited_on)
                        values (:agency, :complaint, :hash, :set, :instrument, :unit, :channel, :today)
                        on conflict (agency_id, complaint_id) do nothing
                        """)
                        .param("agency", agencyId)
                        .param("complaint", i.complaintId())
                        .param("hash", tokenHash)
                        .param("set", i.keySet())
                        .param("instrument", i.instrument())
                        .param("unit", i.unitId(), Types.BIGINT)
                        .param("channel", i.channel())
                        .param("today", today)
                        .update()
                == 1;
    }

    Optional<Invitation> invitation(int agencyId, List<byte[]> hashes) {
        return db.sql("select " + INVITATION + " from survey_invitation where agency_id = ? and token_hash = any (?)")
                .params(agencyId, hashes.toArray(byte[][]::new))
                .query(SurveyStore::invitation)
                .optional();
    }

    Optional<Invitation> invitation(int agencyId, long complaintId) {
        return db.sql("select " + INVITATION + " from survey_invitation where agency_id = ? and complaint_id = ?")
                .params(agencyId, complaintId)
                .query(SurveyStore::invitation)
                .optional();
    }

    /** False when it was answered meanwhile. */
    boolean use(int agencyId, long complaintId, LocalDate today) {
        return db.sql("""
                        update survey_invitation set used_on = ? where agency_id = ? and complaint_id = ? and used_on is null
                        """).params(today, agencyId, complaintId).update() == 1;
    }

    int invited(int agencyId, LocalDate from, LocalDate to, @Nullable Long unit) {
        return db.sql("""
                        select count(*) from survey_invitation
                        where agency_id = :agency and invited_on between :from and :to and (:unit::bigint is null or unit_id = :unit)
                        """)
                .param("agency", agencyId)
                .param("from", from)
                .param("to", to)
                .param("unit", unit, Types.BIGINT)
                .query((rs, i) -> rs.getInt(1))
                .single();
    }

    /** False when this very form was stored already: the second click. */
    boolean insert(int agencyId, Response r) {
        boolean fresh = db.sql("""
                        insert into survey_response (agency_id, id, instrument, answered_on, half, origin, channel, unit_id, service, sex, age,
                            education, occupation, suggestion, entered_by, entered_on)
                        values (:agency, :id, :instrument, :day, :half, :origin, :channel, :unit, :service, :sex, :age, :education,
                            :occupation, :suggestion, :by, :enteredOn)
                        on conflict (agency_id, id) do nothing
                        """)
                        .param("agency", agencyId)
                        .param("id", r.id())
                        .param("instrument", r.instrument())
                        .param("day", r.day())
                        .param("half", r.half() == null ? null : r.half().name(), Types.VARCHAR)
                        .param("origin", r.origin().name())
                        .param("channel", r.channel(), Types.VARCHAR)
                        .param("unit", r.unitId(), Types.BIGINT)
                        .param("service", r.service())
                        .param("sex", r.person().sex(), Types.VARCHAR)
                        .param("age", r.person().age(), Types.INTEGER)
                        .param("education", r.person().education(), Types.VARCHAR)
                        .param("occupation", r.person().occupation(), Types.VARCHAR)
                        .param("suggestion", r.suggestion(), Types.VARCHAR)
                        .param("by", r.entered() == null ? null : r.entered().by(), Types.BIGINT)
                        .param(
                                "enteredOn",
                                r.entered() == null ? null : r.entered().on(),
                                Types.DATE)
                        .update()
                == 1;
        if (fresh)
            db.sql("""
                            insert into survey_answer (agency_id, response_id, element, value)
                            select :agency, :id, a.element, a.value from unnest(:elements, :values) as a (element, value)
                            """)
                    .param("agency", agencyId)
                    .param("id", r.id())
                    .param("elements", r.values().keySet().toArray(String[]::new))
                    .param("values", r.values().values().toArray(Integer[]::new))
                    .update();
        return fresh;
    }

    /** Respondents and what each element got; element "" counts the respondents. */
    Map<String, int[]> sums(int agencyId, String instrument, LocalDate from, LocalDate to, @Nullable Long unit) {
        Map<String, int[]> sums = new HashMap<>();
        chosen("""
                        with r as (select r.agency_id, r.id from survey_response r where r.instrument = :instrument and {chosen})
                        select '', count(*), 0 from r
                        union all
                        select a.element, count(*), sum(a.value) from r
                            join survey_answer a on a.agency_id = r.agency_id and a.response_id = r.id group by a.element
                        """, agencyId, from, to, unit).param("instrument", instrument).query(rs -> {
            sums.put(rs.getString(1), new int[] {rs.getInt(2), rs.getInt(3)});
        });
        return sums;
    }

    /** By what answers are told apart. */
    enum By {
        UNIT("coalesce(r.unit_id::text, '')"),
        SERVICE("r.service");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** The same for each unit or kind of service. */
    Map<String, Map<String, int[]>> sums(int agencyId, String instrument, LocalDate from, LocalDate to, By by) {
        Map<String, Map<String, int[]>> sums = new HashMap<>();
        chosen("""
                        with r as (
                            select r.agency_id, r.id, {by} as part from survey_response r where r.instrument = :instrument and {chosen})
                        select part, '', count(*), 0 from r group by part
                        union all
                        select r.part, a.element, count(*), sum(a.value) from r
                            join survey_answer a on a.agency_id = r.agency_id and a.response_id = r.id group by r.part, a.element
                        """.replace("{by}", by.column), agencyId, from, to, null)
                .param("instrument", instrument)
                .query(rs -> {
                    sums.computeIfAbsent(rs.getString(1), part -> new HashMap<>())
                            .put(rs.getString(2), new int[] {rs.getInt(3), rs.getInt(4)});
                });
        return sums;
    }

    /** One respondent's values by element, in no order that tells anything. */
    record Row(long id, Map<String, Integer> values) {}

    List<Row> rows(int agencyId, String instrument, LocalDate from, LocalDate to, @Nullable Long unit) {
        return chosen("""
                        select r.id, array_agg(a.element) elements, array_agg(a.value) given from survey_response r
                        left join survey_answer a on a.agency_id = r.agency_id and a.response_id = r.id
                        where r.instrument = :instrument and {chosen}
                        group by r.id order by r.id
                        """, agencyId, from, to, unit)
                .param("instrument", instrument)
                .query((rs, i) -> new Row(rs.getLong("id"), values(rs)))
                .list();
    }

    /** How many respondents are of each kind: what (sex, education, occupation, unit, service, origin), its code ("" where it was not told), number. */
    record Count(String what, String code, int count) {}

    List<Count> counts(int agencyId, LocalDate from, LocalDate to, @Nullable Long unit) {
        return chosen("""
                        select k.what, k.code, count(*) from survey_response r
                        cross join lateral (values ('sex', coalesce(r.sex, '')), ('education', coalesce(r.education, '')),
                            ('occupation', coalesce(r.occupation, '')), ('unit', coalesce(r.unit_id::text, '')), ('service', r.service),
                            ('origin', r.origin)) as k (what, code)
                        where {chosen}
                        group by k.what, k.code order by k.what, k.code
                        """, agencyId, from, to, unit)
                .query((rs, i) -> new Count(rs.getString(1), rs.getString(2), rs.getInt(3)))
                .list();
    }

    record Suggestion(long id, String text) {}

    List<Suggestion> suggestions(int agencyId, LocalDate from, LocalDate to, @Nullable Long unit, int limit) {
        return chosen(
                        "select r.id, r.suggestion from survey_response r where r.suggestion is not null and {chosen} order by r.id limit :limit",
                        agencyId,
                        from,
                        to,
                        unit)
                .param("limit", limit)
                .query((rs, i) -> new Suggestion(rs.getLong("id"), rs.getString("suggestion")))
                .list();
    }

    /** False when there is none, or it is gone already. */
    boolean eraseSuggestion(int agencyId, long id) {
        return db.sql(
                                "update survey_response set suggestion = null where agency_id = ? and id = ? and suggestion is not null")
                        .params(agencyId, id)
                        .update()
                == 1;
    }

    /** What this officer typed from paper on that day. */
    Optional<Row> typed(int agencyId, long officerId, LocalDate day, long id) {
        return db.sql("""
                        select r.id, array_agg(a.element) elements, array_agg(a.value) given from survey_response r
                        left join survey_answer a on a.agency_id = r.agency_id and a.response_id = r.id
                        where r.agency_id = ? and r.id = ? and r.entered_by = ? and r.entered_on = ? group by r.id
                        """)
                .params(agencyId, id, officerId, day)
                .query((rs, i) -> new Row(rs.getLong("id"), values(rs)))
                .optional();
    }

    /** How many forms the officer typed on that day. */
    int typed(int agencyId, long officerId, LocalDate day) {
        return db.sql("select count(*) from survey_response where agency_id = ? and entered_by = ? and entered_on = ?")
                .params(agencyId, officerId, day)
                .query((rs, i) -> rs.getInt(1))
                .single();
    }

    /** False when it is not the officer's of that day, or gone already. */
    boolean removeTyped(int agencyId, long officerId, LocalDate day, long id) {
        return db.sql(
                                "delete from survey_response where agency_id = ? and id = ? and entered_by = ? and entered_on = ?")
                        .params(agencyId, id, officerId, day)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec chosen(
            String sql, int agencyId, LocalDate from, LocalDate to, @Nullable Long unit) {
        return db.sql(sql.replace("{chosen}", CHOSEN))
                .param("agency", agencyId)
                .param("from", from)
                .param("to", to)
                .param("unit", unit, Types.BIGINT);
    }

    private static Map<String, Integer> values(ResultSet rs) throws SQLException {
        Object[] elements = (Object[]) rs.getArray("elements").getArray();
        Object[] given = (Object[]) rs.getArray("given").getArray();
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < elements.length; i++)
            if (elements[i] != null) values.put((String) elements[i], (Integer) Objects.requireNonNull(given[i]));
        return values;
    }

    private static Invitation invitation(ResultSet rs, int i) throws SQLException {
        return new Invitation(
                rs.getLong("complaint_id"),
                rs.getInt("key_set"),
                rs.getString("instrument"),
                (Long) rs.getObject("unit_id"),
                rs.getString("channel"),
                rs.getObject("used_on", LocalDate.class));
    }
}
