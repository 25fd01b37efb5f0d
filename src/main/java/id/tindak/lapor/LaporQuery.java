package id.tindak.lapor;

import id.tindak.base.web.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which of the cases that stand in LAPOR! somebody wants to see.
 *
 * @param after where the page before ended
 */
public record LaporQuery(Part part, After after) {

    public static final String HERE = "/meja/sp4n";

    public enum Part {
        /** Those of which LAPOR! and we do not say the same. */
        BEDA,
        /** Those with a text of ours that LAPOR! does not show yet. */
        TEMPEL,
        /** Those whose time at LAPOR! is near its end, or over. */
        JAM,
        SEMUA;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param due moment in the words of the database, "infinity" for a case without a clock there */
    public record After(String due, long id) {
        public static final After START = new After("-infinity", 0);

        static After of(LaporLine last) {
            Instant due = last.outside() == null ? null : last.outside().deadline();
            return new After(
                    due == null ? "infinity" : due.toString(), last.report().complaintId());
        }
    }

    public static LaporQuery parse(Form form) {
        Part part = Arrays.stream(Part.values())
                .filter(p -> p.word().equals(form.value("lihat")))
                .findFirst()
                .orElse(Part.BEDA);
        return new LaporQuery(part, after(form.value("sesudah"), form.number("id")));
    }

    /** A guessed address shows the first page. */
    private static After after(String due, long id) {
        if (due.equals("infinity")) return new After(due, id);
        try {
            return due.isEmpty() ? After.START : new After(Instant.parse(due).toString(), id);
        } catch (DateTimeException none) {
            return After.START;
        }
    }

    public String path() {
        return HERE + "?lihat=" + part.word();
    }

    public String path(After next) {
        return path() + "&sesudah=" + next.due() + "&id=" + next.id();
    }
}
