package id.tindak.handling;

import static id.tindak.base.Columns.timestamp;
import static java.util.Arrays.asList;

import id.tindak.base.Cells;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InputStore {

    /** All requests of the case {@code a}, for a lateral join; read by {@link #read}. */
    static final String OF_CASE = """
            select array_agg(array[i.id, i.assignment_id, i.unit_id, i.asked_by, (extract(epoch from i.asked_at) * 1000000)::bigint,
                i.question_id, (extract(epoch from i.due) * 1000000)::bigint, (extract(epoch from i.given_at) * 1000000)::bigint,
                i.given_by, i.answer_id, (extract(epoch from i.withdrawn_at) * 1000000)::bigint]::text[] order by i.id) as inputs
            from input_request i where i.agency_id = a.agency_id and i.complaint_id = a.complaint_id
            """;

    private final JdbcClient db;

    InputStore(JdbcClient db) {
        this.db = db;
    }

    static List<InputRequest> read(@Nullable String[][] rows) {
        return Stream.of(rows).map(Cells::new).map(InputStore::read).toList();
    }

    private static InputRequest read(Cells i) {
        return new InputRequest(
                i.id(0),
                i.id(1),
                i.id(2),
                i.id(3),
                i.time(4),
                i.id(5),
                i.timeOrNull(6),
                i.timeOrNull(7),
                i.idOrNull(8),
                i.idOrNull(9),
                i.timeOrNull(10));
    }

    void write(int agencyId, long complaintId, InputRequest r) {
        db.sql("""
                insert into input_request (agency_id, complaint_id, id, assignment_id, unit_id, asked_by, asked_at, question_id, due,
                    given_at, given_by, answer_id, withdrawn_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, id) do update set given_at = excluded.given_at, given_by = excluded.given_by,
                    answer_id = excluded.answer_id, withdrawn_at = excluded.withdrawn_at
                """)
                .params(asList(
                        agencyId,
                        complaintId,
                        r.id(),
                        r.assignmentId(),
                        r.unitId(),
                        r.askedBy(),
                        timestamp(r.askedAt()),
                        r.questionId(),
                        timestamp(r.due()),
                        timestamp(r.givenAt()),
                        r.givenBy(),
                        r.answerId(),
                        timestamp(r.withdrawnAt())))
                .update();
    }

    /** What units are asked and have not answered, oldest first; cases that ended, accuse the officer or are confidential left out. */
    List<Inputs.Listed> open(int agencyId, long officerId, List<Long> units, int rows) {
        return db.sql("""
                select i.id, i.unit_id, i.asked_at, i.due, c.public_number, c.title, o.name, m.body
                from input_request i
                cross join lateral (select c.public_number, c.title from complaint c where c.agency_id = i.agency_id
                    and c.id = i.complaint_id and c.privacy <> 'RAHASIA' and c.outcome is null limit 1) c
                join officer o on o.agency_id = i.agency_id and o.id = i.asked_by
                join message m on m.agency_id = i.agency_id and m.id = i.question_id
                where i.agency_id = :agency and i.unit_id = any (:units) and i.given_at is null and i.withdrawn_at is null
                    and not exists (select from exclusion e
                        where e.agency_id = i.agency_id and e.complaint_id = i.complaint_id and e.officer_id = :me)
                order by i.id limit :rows
                """)
                .param("agency", agencyId)
                .param("me", officerId)
                .param("units", units.toArray(Long[]::new))
                .param("rows", rows)
                .query((rs, n) -> {
                    Timestamp due = rs.getTimestamp("due");
                    return new Inputs.Listed(
                            rs.getString("public_number"),
                            rs.getString("title"),
                            rs.getString("body"),
                            rs.getString("name"),
                            rs.getTimestamp("asked_at").toInstant(),
                            due == null ? null : due.toInstant());
                })
                .list();
    }
}
