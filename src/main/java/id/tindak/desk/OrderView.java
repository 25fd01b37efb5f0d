package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Disposition;
import id.tindak.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order in the tree of a case's dispositions.
 *
 * @param depth 0 for an order of the step's own giver, 1 for what its party passed on, …
 * @param marks urgency, classification, in charge
 * @param due the giver's own limit; empty without one, and always for elected parties
 * @param state what came of it: unread, read, reported …
 * @param tone class of the state
 * @param recallable whether this officer may take it back now
 */
public record OrderView(
        long id,
        int depth,
        String to,
        String giver,
        Instant givenAt,
        List<String> instructions,
        String note,
        List<String> marks,
        String due,
        String state,
        String tone,
        boolean recallable) {

    /** Root orders oldest first, what was passed on below the one that passed it on. */
    static List<OrderView> tree(Page page, CaseFile file, EventWords words) {
        List<OrderView> tree = new ArrayList<>();
        Case k = file.k();
        k.dispositions().stream().filter(d -> parent(k, d).isEmpty()).forEach(d -> add(page, file, words, d, 0, tree));
        return tree;
    }

    private static void add(
            Page page, CaseFile file, EventWords words, Disposition d, int depth, List<OrderView> tree) {
        tree.add(of(page, file, words, d, depth));
        file.k().dispositions().stream()
                .filter(c -> parent(file.k(), c).filter(p -> p.id() == d.id()).isPresent())
                .forEach(c -> add(page, file, words, c, depth + 1, tree));
    }

    /** The order that the giver of this one had got for the same step. */
    private static Optional<Disposition> parent(Case k, Disposition d) {
        Assignment work = work(k, d);
        Assignment giver = k.assignments().stream()
                .filter(a -> a.id() == d.givenIn())
                .findFirst()
                .orElse(null);
        if (work == null || giver == null || !giver.step().equals(work.step())) return Optional.empty();
        return k.orderOf(giver);
    }

    private static OrderView of(Page page, CaseFile file, EventWords words, Disposition d, int depth) {
        Disposition.Order o = d.order();
        List<String> marks = new ArrayList<>();
        if (o.inCharge()) marks.add(page.t("desk.order.inCharge"));
        if (o.urgency() != Disposition.Urgency.BIASA)
            marks.add(page.t("desk.urgency." + o.urgency().name()));
        if (o.classification() != Disposition.Classification.BIASA)
            marks.add(page.t("desk.classification." + o.classification().name()));
        Assignment work = work(file.k(), d);
        boolean over = d.recalled() || work != null && !work.open();
        State state = state(page, file, words, d, work);
        return new OrderView(
                d.id(),
                depth,
                to(page, file, d),
                words.officer(d.giver()),
                d.givenAt(),
                o.instructions(),
                file.messages().stream()
                        .filter(m -> d.messageId() != null && m.id() == d.messageId())
                        .map(Message::body)
                        .findFirst()
                        .orElse(""),
                marks,
                o.deadline() == null ? "" : page.times().near(o.deadline(), page.now()),
                state.said(),
                state.tone(),
                !over && file.k().handling().open() && mine(page, file, d));
    }

    /** Whom the order names: "Bagian Umum", "Budi Santoso, Komisi III", or the SOP's own name. */
    static String to(Page page, CaseFile file, Disposition d) {
        Disposition.Party to = d.order().to();
        if (to.unitId() == null) {
            String fallback = file.k().sop().actor(d.actor()).fallback();
            return file.k().sop().actor(fallback == null ? d.actor() : fallback).name();
        }
        String unit = file.unitName(to.unitId());
        return to.officerId() == null ? unit : page.t("desk.order.person", file.personName(to.officerId()), unit);
    }

    private record State(String said, String tone) {}

    private static State state(Page page, CaseFile file, EventWords words, Disposition d, @Nullable Assignment work) {
        if (d.recalledAt() != null) return at(page, "desk.order.recalled", d.recalledAt(), "redup");
        if (work == null)
            return new State(
                    page.t(file.k().named(d.actor()).contains(d) ? "desk.order.waits" : "desk.order.told"), "redup");
        if (work.doneAt() != null) {
            String key = switch (String.valueOf(work.outcome())) {
                case "KEMBALI" -> "desk.order.returned";
                case "CUKUP", "DITARIK", "DIGABUNG", "DIANGGAP_DITARIK" -> "desk.order.ended";
                default -> "desk.order.reported";
            };
            return at(page, key, work.doneAt(), key.endsWith("reported") ? "cap daun" : "redup");
        }
        Instant due = work.deadline();
        if (due != null && due.isBefore(page.now())) return at(page, "desk.order.late", due, "cap kudu");
        if (d.readAt() == null) return new State(page.t("desk.order.unread"), "cap soga");
        Long by = d.readBy();
        return new State(
                page.t(
                        "desk.order.read",
                        by == null ? "" : words.officer(by),
                        page.times().near(d.readAt(), page.now())),
                "redup");
    }

    private static State at(Page page, String key, Instant when, String tone) {
        return new State(page.t(key, page.times().near(when, page.now())), tone);
    }

    private static @Nullable Assignment work(Case k, Disposition d) {
        Long id = d.assignmentId();
        return k.assignments().stream()
                .filter(a -> id != null && a.id() == id)
                .findFirst()
                .orElse(null);
    }

    private static boolean mine(Page page, CaseFile file, Disposition d) {
        return page.officer() != null && page.officer().officerId() == d.giver()
                || file.k().assignments().stream()
                        .filter(a -> a.id() == d.givenIn())
                        .anyMatch(a -> file.holdings().stream().anyMatch(h -> h.holds(a.role(), a.unitId())));
    }
}
