package id.tindak.agency;

import static java.util.Arrays.asList;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleStore {

    private static final String OFFICER =
            "id, username, name, nip, email, phone, active_from, active_until, admin, auditor_until";

    private final JdbcClient db;

    PeopleStore(JdbcClient db) {
        this.db = db;
    }

    List<Unit> units(int agencyId) {
        return db.sql("""
                select id, code, name, short_name, valid_from, valid_to, successor_id, elected from unit where agency_id = ? order by name
                """).param(agencyId).query(PeopleStore::unit).list();
    }

    void insert(int agencyId, Unit u) {
        db.sql("""
                insert into unit (agency_id, id, code, name, short_name, valid_from, valid_to, successor_id, elected)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        u.id(),
                        u.code(),
                        u.name(),
                        u.shortName(),
                        u.validFrom(),
                        u.validTo(),
                        u.successorId(),
                        u.elected()))
                .update();
    }

    void insertUnits(int agencyId, List<Unit> units) {
        db.sql("""
                insert into unit (agency_id, id, code, name, short_name, valid_from)
                select ?, * from unnest(?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        units.stream().map(Unit::id).toArray(Long[]::new),
                        units.stream().map(Unit::code).toArray(String[]::new),
                        units.stream().map(Unit::name).toArray(String[]::new),
                        units.stream().map(Unit::shortName).toArray(String[]::new),
                        units.stream().map(u -> Date.valueOf(u.validFrom())).toArray(Date[]::new)))
                .update();
    }

    void insertOfficers(int agencyId, List<Officer> officers) {
        db.sql("""
                insert into officer (agency_id, id, username, name, nip, email, phone, active_from)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        officers.stream().map(Officer::id).toArray(Long[]::new),
                        officers.stream().map(Officer::username).toArray(String[]::new),
                        officers.stream().map(Officer::name).toArray(String[]::new),
                        officers.stream().map(Officer::nip).toArray(String[]::new),
                        officers.stream().map(Officer::email).toArray(String[]::new),
                        officers.stream().map(Officer::phone).toArray(String[]::new),
                        officers.stream().map(o -> Date.valueOf(o.activeFrom())).toArray(Date[]::new)))
                .update();
    }

    void update(int agencyId, Unit u) {
        db.sql("""
                update unit set code = ?, name = ?, short_name = ?, valid_from = ?, valid_to = ?, successor_id = ?, elected = ?
                where agency_id = ? and id = ?
                """)
                .params(asList(
                        u.code(),
                        u.name(),
                        u.shortName(),
                        u.validFrom(),
                        u.validTo(),
                        u.successorId(),
                        u.elected(),
                        agencyId,
                        u.id()))
                .update();
    }

    List<Officer> officers(int agencyId) {
        return db.sql("select " + OFFICER + " from officer where agency_id = ? order by name")
                .param(agencyId)
                .query(PeopleStore::officer)
                .list();
    }

    Optional<Officer> officer(int agencyId, long id) {
        return db.sql("select " + OFFICER + " from officer where agency_id = ? and id = ?")
                .params(asList(agencyId, id))
                .query(PeopleStore::officer)
                .optional();
    }

    void insert(int agencyId, Officer o) {
        db.sql("""
                insert into officer (agency_id, id, username, name, nip, email, phone, active_from, active_until, admin, auditor_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        o.id(),
                        o.username(),
                        o.name(),
                        o.nip(),
                        o.email(),
                        o.phone(),
                        o.activeFrom(),
                        o.activeUntil(),
                        o.admin(),
                        o.auditorUntil() == null ? null : Timestamp.from(o.auditorUntil())))
                .update();
    }

    void update(int agencyId, Officer o) {
        db.sql("""
                update officer
                set username = ?, name = ?, nip = ?, email = ?, phone = ?, active_from = ?, active_until = ?, admin = ?, auditor_until = ?
                where agency_id = ? and id = ?
                """)
                .params(asList(
                        o.username(),
                        o.name(),
                        o.nip(),
                        o.email(),
                        o.phone(),
                        o.activeFrom(),
                        o.activeUntil(),
                        o.admin(),
                        o.auditorUntil() == null ? null : Timestamp.from(o.auditorUntil()),
                        agencyId,
                        o.id()))
                .update();
    }

    List<RoleHolder> holders(int agencyId) {
        return db.sql("""
                select id, role, unit_id, officer_id, kind, valid_from, valid_to, null::bigint as substitute_for, false as mandate
                from role_holder where agency_id = ? order by role, unit_id, valid_from
                """).param(agencyId).query(PeopleStore::holder).list();
    }

    /** Roles an active officer holds on a day, and those of officers for whom he acts. */
    List<RoleHolder> holdings(int agencyId, long officerId, LocalDate day) {
        return db
                .sql("""
                select h.id, h.role, h.unit_id, h.officer_id, h.kind, h.valid_from, h.valid_to, a.officer_id as substitute_for,
                    coalesce(a.kind = 'MANDAT', false) as mandate
                from officer me
                left join standing_in(:agency, :day) a on a.substitute_id = me.id
                join role_holder h on h.agency_id = me.agency_id and (h.officer_id = me.id or h.officer_id = a.officer_id)
                where me.agency_id = :agency and me.id = :officer
                    and :day >= me.active_from and (me.active_until is null or :day <= me.active_until)
                    and :day >= h.valid_from and (h.valid_to is null or :day <= h.valid_to)
                order by h.role, h.unit_id
                """)
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("day", day)
                .query(PeopleStore::holder)
                .list()
                .stream()
                .map(h -> h.officerId() == officerId
                        ? new RoleHolder(
                                h.id(), h.role(), h.unitId(), h.officerId(), h.kind(), h.validFrom(), h.validTo())
                        : h)
                .distinct()
                .toList();
    }

    void insert(int agencyId, RoleHolder h) {
        db.sql("""
                insert into role_holder (agency_id, id, role, unit_id, officer_id, kind, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        h.id(),
                        h.role(),
                        h.unitId(),
                        h.officerId(),
                        h.kind().name(),
                        h.validFrom(),
                        h.validTo()))
                .update();
    }

    void endHolder(int agencyId, long holderId, LocalDate lastDay) {
        db.sql("update role_holder set valid_to = ? where agency_id = ? and id = ?")
                .params(asList(lastDay, agencyId, holderId))
                .update();
    }

    List<StandIn> standIns(int agencyId) {
        return db.sql("""
                select id, officer_id, substitute_id, kind, from_day, to_day, reason from stand_in
                where agency_id = ? order by from_day desc, id desc
                """)
                .param(agencyId)
                .query((rs, i) -> new StandIn(
                        rs.getLong("id"),
                        rs.getLong("officer_id"),
                        (Long) rs.getObject("substitute_id"),
                        StandIn.Kind.valueOf(rs.getString("kind")),
                        rs.getObject("from_day", LocalDate.class),
                        rs.getObject("to_day", LocalDate.class),
                        rs.getString("reason")))
                .list();
    }

    void insert(int agencyId, StandIn s) {
        db.sql("""
                insert into stand_in (agency_id, id, officer_id, substitute_id, kind, from_day, to_day, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        s.id(),
                        s.officerId(),
                        s.substituteId(),
                        s.kind().name(),
                        s.fromDay(),
                        s.toDay(),
                        s.reason()))
                .update();
    }

    void endStandIn(int agencyId, long id, LocalDate lastDay) {
        db.sql("update stand_in set to_day = greatest(from_day, ?) where agency_id = ? and id = ?")
                .params(asList(lastDay, agencyId, id))
                .update();
    }

    /** Who does the work of whom on a day; {@code substituteId} is never the officer. */
    record Substitute(long officerId, long substituteId) {}

    List<Substitute> substitutesOn(int agencyId, LocalDate day) {
        return db.sql("""
                select officer_id, substitute_id from standing_in(?, ?) where kind = 'PENGGANTI' and substitute_id is not null
                """)
                .params(asList(agencyId, day))
                .query((rs, i) -> new Substitute(rs.getLong("officer_id"), rs.getLong("substitute_id")))
                .list();
    }

    /** Substitutes of each officer who has a list, in order. */
    Map<Long, List<Long>> substitutes(int agencyId) {
        Map<Long, List<Long>> lists = new LinkedHashMap<>();
        db.sql(
                        "select officer_id, substitute_id from substitute_order where agency_id = ? order by officer_id, position")
                .param(agencyId)
                .query(rs -> {
                    lists.computeIfAbsent(rs.getLong("officer_id"), k -> new ArrayList<>())
                            .add(rs.getLong("substitute_id"));
                });
        return lists;
    }

    void order(int agencyId, long officerId, List<Long> substitutes) {
        db.sql("delete from substitute_order where agency_id = ? and officer_id = ?")
                .params(asList(agencyId, officerId))
                .update();
        db.sql("""
                insert into substitute_order (agency_id, officer_id, position, substitute_id)
                select ?, ?, n, id from unnest(?) with ordinality as s (id, n)
                """)
                .params(asList(agencyId, officerId, substitutes.toArray(Long[]::new)))
                .update();
    }

    private static Unit unit(ResultSet rs, int i) throws SQLException {
        return new Unit(
                rs.getLong("id"),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("short_name"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                (Long) rs.getObject("successor_id"),
                rs.getBoolean("elected"));
    }

    private static Officer officer(ResultSet rs, int i) throws SQLException {
        Timestamp auditor = rs.getTimestamp("auditor_until");
        return new Officer(
                rs.getLong("id"),
                rs.getString("username"),
                rs.getString("name"),
                rs.getString("nip"),
                rs.getString("email"),
                rs.getString("phone"),
                rs.getObject("active_from", LocalDate.class),
                rs.getObject("active_until", LocalDate.class),
                rs.getBoolean("admin"),
                auditor == null ? null : auditor.toInstant());
    }

    private static RoleHolder holder(ResultSet rs, int i) throws SQLException {
        return new RoleHolder(
                rs.getLong("id"),
                rs.getString("role"),
                (Long) rs.getObject("unit_id"),
                rs.getLong("officer_id"),
                RoleHolder.Kind.valueOf(rs.getString("kind")),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                (Long) rs.getObject("substitute_for"),
                rs.getBoolean("mandate"));
    }
}
