package id.tindak.desk;

import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.complaint.Privacy;
import id.tindak.handling.Copies;
import id.tindak.handling.Copy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an officer has to know, oldest day first.
 *
 * @param more whether others follow once these are acknowledged
 */
public record CopiesView(Menu menu, List<Day> days, boolean more, Typed typed) {

    /** @param name "Senin, 16 November 2026" */
    public record Day(String name, List<Row> rows) {}

    /**
     * @param what why it lies here: the step that sent it, or that it was entered in the own name, by whom
     * @param contestable whether it can be objected to: it says what this officer decided
     */
    public record Row(long id, String number, String title, String what, Instant sentAt, boolean contestable) {

        public String form() {
            return "sanggah-" + id;
        }
    }

    static CopiesView of(Page page, Menu menu, Copies.Page found, Typed typed) {
        Map<LocalDate, List<Row>> days = new TreeMap<>();
        for (Copies.Read r : found.list())
            days.computeIfAbsent(
                            LocalDate.ofInstant(
                                    r.listed().copy().sentAt(), page.times().zone()),
                            k -> new ArrayList<>())
                    .add(row(page, r));
        return new CopiesView(
                menu,
                days.entrySet().stream()
                        .map(e -> new Day(page.times().longDate(e.getKey()), e.getValue()))
                        .toList(),
                found.more(),
                typed);
    }

    private static Row row(Page page, Copies.Read r) {
        Copy c = r.listed().copy();
        String step = page.t("desk.step.title", r.step().no(), r.step().title());
        boolean entered = c.kind() == Copy.Kind.ATAS_NAMA;
        Instant pen = c.pen();
        return new Row(
                c.id(),
                r.listed().number(),
                r.listed().privacy() == Privacy.RAHASIA
                        ? page.t("desk.copies.confidential")
                        : r.listed().title(),
                entered && pen != null
                        ? page.t(
                                "desk.copies.entered",
                                r.listed().sender(),
                                step,
                                page.times().moment(pen))
                        : page.t(
                                switch (c.kind()) {
                                    case MASUKAN -> "desk.copies.input";
                                    case TIDAK_SAMPAI -> "desk.copies.unreached";
                                    case TEMPEL -> "desk.copies.paste";
                                    case TEMBUSAN, ATAS_NAMA -> "desk.copies.sent";
                                },
                                r.listed().sender(),
                                step),
                c.sentAt(),
                entered);
    }
}
