package id.tindak.handling;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open work by person and by unit, for handing it over. Numbers, steps and times only: an administrator does not see complaints. */
@Repository
class HandoverStore {

    private static final String WORK = """
            select a.id, a.complaint_id, c.public_number, h.sop_id, a.step, a.role, a.unit_id, a.officer_id, a.opened_at, a.deadline
            from assignment a
            join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
            join handling h on h.agency_id = a.agency_id and h.id = a.handling_id
            where a.agency_id = :agency and a.done_at is null
            """;

    private final JdbcClient db;

    HandoverStore(JdbcClient db) {
        this.db = db;
    }

    /** As it lies in the table: the step by its number, the SOP by its id. */
    record Row(
            long assignmentId,
            long complaintId,
            String number,
            long sopId,
            String step,
            String role,
            @Nullable Long unitId,
            @Nullable Long officerId,
            Instant since,
            @Nullable Instant deadline) {}

    record DraftRow(String number, long sopId, String step, Instant savedAt) {}

    record Due(Instant deadline, String standard) {}

    List<Row> ofPerson(int agencyId, long officerId) {
        return db.sql(WORK + " and a.queue = :queue order by a.complaint_id, a.id")
                .param("agency", agencyId)
                .param("queue", Queue.person(officerId))
                .query(HandoverStore::row)
                .list();
    }

    List<Row> inQueue(int agencyId, String queue, int limit) {
        return db.sql(WORK + " and a.queue = :queue order by a.deadline nulls last, a.id limit :limit")
                .param("agency", agencyId)
                .param("queue", queue)
                .param("limit", limit)
                .query(HandoverStore::row)
                .list();
    }

    /** Work that lies with somebody who on that day no longer holds its role, nor is substitute for one who does. */
    List<Row> lapsed(int agencyId, LocalDate day) {
        return db.sql(WORK + """
                 and a.officer_id is not null and not exists (
                    select from role_holder r
                    join officer o on o.agency_id = r.agency_id and o.id = r.officer_id
                    where r.agency_id = a.agency_id and r.role = a.role and r.unit_id is not distinct from a.unit_id
                        and :day >= r.valid_from and (r.valid_to is null or :day <= r.valid_to)
                        and :day >= o.active_from and (o.active_until is null or :day <= o.active_until)
                        and (r.officer_id = a.officer_id or exists (
                            select from standing_in(:agency, :day) b
                            join officer s on s.agency_id = :agency and s.id = b.substitute_id
                            where b.officer_id = r.officer_id and b.kind = 'PENGGANTI' and b.substitute_id = a.officer_id
                                and (s.active_until is null or :day <= s.active_until))))
                order by a.complaint_id, a.id
                """)
                .param("agency", agencyId)
                .param("day", day)
                .query(HandoverStore::row)
                .list();
    }

    /** Complaints, not closed, whose present round is aimed at the unit or has open work there. */
    List<Long> complaintsOfUnit(int agencyId, long unitId) {
        return db.sql("""
                select c.id from handling h
                join complaint c on c.agency_id = h.agency_id and c.id = h.complaint_id
                where h.agency_id = :agency and h.target_unit_id = :unit and c.closed_at is null
                    and not exists (select from handling n where n.agency_id = h.agency_id and n.complaint_id = h.complaint_id
                        and n.round > h.round)
                union
                select a.complaint_id from assignment a where a.agency_id = :agency and a.unit_id = :unit and a.done_at is null
                order by 1
                """)
                .param("agency", agencyId)
                .param("unit", unitId)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** Open commitments of these units, the nearest day first. */
    List<Handovers.Owed> owed(int agencyId, List<Long> units, long viewer, int limit) {
        return db.sql("""
                select c.public_number, p.due from commitment p
                join complaint c on c.agency_id = p.agency_id and c.id = p.complaint_id
                where p.agency_id = ? and p.unit_id = any (?) and p.done_at is null and p.told_at is not null
                    and not exists (select from exclusion e
                        where e.agency_id = c.agency_id and e.complaint_id = c.id and e.officer_id = ?)
                order by p.due, p.id limit ?
                """)
                .params(asList(agencyId, units.toArray(Long[]::new), viewer, limit))
                .query((rs, i) ->
                        new Handovers.Owed(rs.getString("public_number"), rs.getObject("due", LocalDate.class)))
                .list();
    }

    /** What a unit owed falls to another: commitments to reporters and input that colleagues asked for. */
    void succeed(int agencyId, long unitId, long successor) {
        db.sql("""
                with owed as (
                    update commitment set unit_id = :successor where agency_id = :agency and unit_id = :unit and done_at is null
                )
                update input_request set unit_id = :successor
                where agency_id = :agency and unit_id = :unit and given_at is null and withdrawn_at is null
                """)
                .param("agency", agencyId)
                .param("unit", unitId)
                .param("successor", successor)
                .update();
    }

    /** Complaints that accuse this officer. */
    Set<Long> accusing(int agencyId, long officerId) {
        return Set.copyOf(db.sql("select complaint_id from exclusion where agency_id = ? and officer_id = ?")
                .params(agencyId, officerId)
                .query((rs, i) -> rs.getLong(1))
                .list());
    }

    List<DraftRow> drafts(int agencyId, long officerId, long viewer) {
        return db.sql("""
                select c.public_number, h.sop_id, a.step, d.saved_at
                from draft d
                join assignment a on a.agency_id = d.agency_id and a.id = d.assignment_id and a.done_at is null
                join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
                join handling h on h.agency_id = a.agency_id and h.id = a.handling_id
                where d.agency_id = ? and d.officer_id = ? and not exists (select from exclusion e
                    where e.agency_id = c.agency_id and e.complaint_id = c.id and e.officer_id = ?)
                order by d.saved_at
                """)
                .params(asList(agencyId, officerId, viewer))
                .query((rs, i) -> new DraftRow(
                        rs.getString("public_number"),
                        rs.getLong("sop_id"),
                        rs.getString("step"),
                        rs.getTimestamp("saved_at").toInstant()))
                .list();
    }

    /** Deadlines still ahead of open steps; those of the reporter's own steps are no work of the agency. */
    List<Due> ahead(int agencyId, Instant now) {
        return db.sql("""
                select deadline, standard from assignment
                where agency_id = ? and done_at is null and deadline > ? and standard is not null and queue <> ?
                """)
                .params(asList(agencyId, Timestamp.from(now), Queue.REPORTER))
                .query((rs, i) -> new Due(rs.getTimestamp("deadline").toInstant(), rs.getString("standard")))
                .list();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        Timestamp deadline = rs.getTimestamp("deadline");
        return new Row(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getString("public_number"),
                rs.getLong("sop_id"),
                rs.getString("step"),
                rs.getString("role"),
                (Long) rs.getObject("unit_id"),
                (Long) rs.getObject("officer_id"),
                rs.getTimestamp("opened_at").toInstant(),
                deadline == null ? null : deadline.toInstant());
    }
}
