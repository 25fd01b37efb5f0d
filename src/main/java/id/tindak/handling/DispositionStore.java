package id.tindak.handling;

import static id.tindak.base.Columns.flags;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;

import id.tindak.base.Cells;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DispositionStore {

    /** All orders of the case {@code a}, for a lateral join; read by {@link #read}. */
    static final String OF_CASE = """
            select array_agg(array[d.id::text, d.given_in::text, d.giver::text, d.actor, d.unit_id::text, d.officer_id::text,
                coalesce(u.elected, false)::text, d.in_charge::text, array_to_string(d.instructions, e'\\n'), d.message_id::text,
                d.urgency, d.classification, (extract(epoch from d.deadline) * 1000000)::bigint::text,
                (extract(epoch from d.given_at) * 1000000)::bigint::text, d.assignment_id::text,
                (extract(epoch from d.read_at) * 1000000)::bigint::text, d.read_by::text,
                (extract(epoch from d.recalled_at) * 1000000)::bigint::text] order by d.id) as dispositions
            from disposition d left join unit u on u.agency_id = d.agency_id and u.id = d.unit_id
            where d.agency_id = a.agency_id and d.complaint_id = a.complaint_id
            """;

    private final JdbcClient db;

    DispositionStore(JdbcClient db) {
        this.db = db;
    }

    static List<Disposition> read(@Nullable String[][] rows) {
        return Stream.of(rows).map(Cells::new).map(DispositionStore::read).toList();
    }

    private static Disposition read(Cells d) {
        String words = d.text(8);
        return new Disposition(
                d.id(0),
                d.id(1),
                d.id(2),
                d.text(3),
                new Disposition.Order(
                        new Disposition.Party(d.idOrNull(4), d.idOrNull(5), d.flag(6)),
                        d.flag(7),
                        words.isEmpty() ? List.of() : List.of(words.split("\n")),
                        Disposition.Urgency.valueOf(d.text(10)),
                        Disposition.Classification.valueOf(d.text(11)),
                        d.timeOrNull(12)),
                d.idOrNull(9),
                d.time(13),
                d.idOrNull(14),
                d.timeOrNull(15),
                d.idOrNull(16),
                d.timeOrNull(17));
    }

    /** Writes orders, new or changed; the assignments they name are written before. */
    void write(int agencyId, long complaintId, List<Disposition> orders) {
        if (orders.isEmpty()) return;
        db.sql("""
                insert into disposition (agency_id, complaint_id, id, given_in, giver, actor, unit_id, officer_id, in_charge, instructions,
                    message_id, urgency, classification, deadline, given_at, assignment_id, read_at, read_by, recalled_at)
                select :agency, :complaint, d.id, d.given_in, d.giver, d.actor, d.unit_id, d.officer_id, d.in_charge,
                    string_to_array(d.instructions, e'\\n'), d.message_id, d.urgency, d.classification, d.deadline, d.given_at,
                    d.assignment_id, d.read_at, d.read_by, d.recalled_at
                from unnest(:id, :givenIn, :giver, :actor, :unit, :officer, :inCharge, :instructions, :message, :urgency, :classification,
                    :deadline, :givenAt, :assignment, :readAt, :readBy, :recalledAt)
                    as d (id, given_in, giver, actor, unit_id, officer_id, in_charge, instructions, message_id, urgency, classification,
                    deadline, given_at, assignment_id, read_at, read_by, recalled_at)
                on conflict (agency_id, id) do update set assignment_id = excluded.assignment_id, read_at = excluded.read_at,
                    read_by = excluded.read_by, recalled_at = excluded.recalled_at
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("id", longs(orders, Disposition::id))
                .param("givenIn", longs(orders, Disposition::givenIn))
                .param("giver", longs(orders, Disposition::giver))
                .param("actor", texts(orders, Disposition::actor))
                .param("unit", longs(orders, d -> d.order().to().unitId()))
                .param("officer", longs(orders, d -> d.order().to().officerId()))
                .param("inCharge", flags(orders, d -> d.order().inCharge()))
                .param(
                        "instructions",
                        texts(orders, d -> String.join("\n", d.order().instructions())))
                .param("message", longs(orders, Disposition::messageId))
                .param("urgency", texts(orders, d -> d.order().urgency().name()))
                .param(
                        "classification",
                        texts(orders, d -> d.order().classification().name()))
                .param("deadline", times(orders, d -> d.order().deadline()))
                .param("givenAt", times(orders, Disposition::givenAt))
                .param("assignment", longs(orders, Disposition::assignmentId))
                .param("readAt", times(orders, Disposition::readAt))
                .param("readBy", longs(orders, Disposition::readBy))
                .param("recalledAt", times(orders, Disposition::recalledAt))
                .update();
    }
}
