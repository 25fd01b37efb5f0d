package id.tindak.desk;

import id.tindak.agency.Settings;
import id.tindak.base.web.Fault;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.calendar.Interval;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Disposition.Classification;
import id.tindak.handling.Disposition.Order;
import id.tindak.handling.Disposition.Party;
import id.tindak.handling.Disposition.Urgency;
import id.tindak.handling.Dispositions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of a disposition sheet as a form: to whom, with which instructions, until when. Elected parties get the requests among the ticked words, the others the orders (SOP.md, Disposisi).
 *
 * @param id of the form it stands in; fields are told apart by it
 * @param orders the agency's words to its own offices ("agar …")
 * @param requests its words to elected ones ("mohon …"); empty when none is offered
 */
public record OrderForm(
        String id,
        List<Choice> parties,
        List<Choice> orders,
        List<Choice> requests,
        List<Choice> inCharge,
        String due,
        String urgency,
        String classification,
        @Nullable Fault partyFault,
        @Nullable Fault orderFault,
        @Nullable Fault dueFault) {

    private static final int MOST = 50;

    /** @param note who it is, where the label alone does not say it */
    public record Choice(String value, String label, String note, boolean chosen) {}

    static OrderForm of(Page page, String id, List<Dispositions.Offered> offered, Settings settings, Typed typed) {
        Form form = typed.in(id) ? typed.form() : Form.empty();
        List<Choice> parties = offered.stream()
                .map(o -> new Choice(
                        value(o.party()),
                        o.person().isEmpty() ? o.unit() : o.person(),
                        o.person().isEmpty() ? "" : o.unit(),
                        form.chose("pihak", value(o.party()))))
                .toList();
        boolean elected = offered.stream().anyMatch(o -> o.party().elected());
        List<Choice> inCharge = parties.stream()
                .map(p -> new Choice(p.value(), p.label(), "", form.chose("utama", p.value())))
                .toList();
        return new OrderForm(
                id,
                parties,
                choices(settings.list("perintah_disposisi"), form),
                elected ? choices(settings.list("permohonan_disposisi"), form) : List.of(),
                parties.size() > 1 ? inCharge : List.of(),
                form.value("tenggat"),
                form.value("derajat").isEmpty() ? Urgency.BIASA.name() : form.value("derajat"),
                form.value("sifat").isEmpty() ? Classification.BIASA.name() : form.value("sifat"),
                typed.error(id, "pihak"),
                typed.error(id, "perintah"),
                typed.error(id, "tenggat"));
    }

    private static List<Choice> choices(List<String> words, Form form) {
        return words.stream()
                .map(w -> new Choice(w, w, "", form.chose("perintah", w)))
                .toList();
    }

    /** The orders as typed; what the engine must refuse it refuses itself. A day that cannot be is a fault of the form. */
    static List<Order> read(Form form, Settings settings, WorkCalendar calendar, List<Party> offered) {
        Instant due = due(form, calendar);
        List<String> ticked = form.many("perintah");
        String inCharge = form.value("utama");
        List<Order> orders = new ArrayList<>();
        for (String typed : form.many("pihak")) {
            Party party = party(typed, offered).orElse(null);
            if (party == null || orders.size() == MOST) {
                form.wrong("pihak", "handling.noSuchParty");
                continue;
            }
            List<String> words = settings.list(party.elected() ? "permohonan_disposisi" : "perintah_disposisi");
            orders.add(new Order(
                    party,
                    typed.equals(inCharge),
                    ticked.stream().filter(words::contains).toList(),
                    one(Urgency.values(), form.value("derajat"), Urgency.BIASA),
                    one(Classification.values(), form.value("sifat"), Classification.BIASA),
                    party.elected() ? null : due));
        }
        return orders;
    }

    /** Those of these to whom it goes back. */
    static List<Party> back(Form form, List<Party> had) {
        return form.many("kembali").stream()
                .map(typed -> party(typed, had))
                .flatMap(Optional::stream)
                .toList();
    }

    static String value(Party party) {
        if (party.unitId() == null) return "sop";
        return party.officerId() == null ? "u-" + party.unitId() : "p-" + party.officerId() + "-" + party.unitId();
    }

    private static Optional<Party> party(String typed, List<Party> known) {
        return known.stream().filter(p -> value(p).equals(typed)).findFirst();
    }

    /** The end of the office's hours on that day. */
    static @Nullable Instant due(Form form, WorkCalendar calendar) {
        String text = form.line("tenggat", 20);
        if (text.isEmpty()) return null;
        try {
            LocalDate day = LocalDate.parse(text);
            List<Interval> hours = calendar.hours(day);
            if (!hours.isEmpty())
                return day.atTime(hours.getLast().to()).atZone(calendar.zone()).toInstant();
            form.wrong("tenggat", "desk.order.closedDay");
        } catch (DateTimeException e) {
            form.wrong("tenggat", "desk.order.date");
        }
        return null;
    }

    private static <E extends Enum<E>> E one(E[] all, String name, E otherwise) {
        for (E e : all) if (e.name().equals(name)) return e;
        return otherwise;
    }

    public Map<String, String> urgencies(Page page) {
        return named(page, "desk.urgency.", Urgency.values());
    }

    public Map<String, String> classifications(Page page) {
        return named(page, "desk.classification.", Classification.values());
    }

    private static Map<String, String> named(Page page, String prefix, Enum<?>[] all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Enum<?> e : all) names.put(e.name(), page.t(prefix + e.name()));
        return names;
    }
}
