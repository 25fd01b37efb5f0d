package id.tindak.desk;

import id.tindak.base.web.DateField;
import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Correction;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.Masked;
import id.tindak.handling.CaseFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wrote down of a complaint that came by letter, by mouth or as a screenshot, and what was wrong in it.
 *
 * @param lines how it came in
 * @param struck what stood where something was corrected, oldest first
 * @param mayCorrect whether this officer may
 * @param counter whether the front desk may do something for its reporter
 */
public record Noted(List<Line> lines, List<Struck> struck, boolean mayCorrect, boolean counter) {

    public record Line(String label, String value) {}

    /** @param from what stood there; a person's data is masked */
    public record Struck(String label, String from, String to, String reason, String officer, Instant at) {}

    static Noted of(Page page, CaseFile file, Complaints complaints, EventWords words) {
        Complaint c = file.k().complaint();
        boolean officer = page.officer() != null && !page.officer().auditor();
        List<Line> lines = complaints.reception(c).values().entrySet().stream()
                .map(e -> new Line(label(page, e.getKey()), value(page, file, e.getKey(), e.getValue(), words)))
                .toList();
        List<Struck> struck = complaints.corrections(c).stream()
                .map(s -> struck(page, file, s, words))
                .toList();
        return new Noted(
                lines,
                struck,
                officer && c.enteredBy() != null && file.sight().acts(),
                officer && file.agencyDesk() && file.sight().identity());
    }

    private static Struck struck(Page page, CaseFile file, Correction s, EventWords words) {
        String reason = file.messages().stream()
                .filter(m -> m.id() == s.messageId())
                .map(m -> m.body())
                .findFirst()
                .orElse("");
        return new Struck(
                label(page, s.field()),
                value(page, file, s.field(), s.from(), words),
                value(page, file, s.field(), s.to(), words),
                reason,
                words.officer(s.officerId()),
                s.at());
    }

    static String label(Page page, EnteredField field) {
        return page.t("reception." + field.key());
    }

    private static String value(Page page, CaseFile file, EnteredField field, String value, EventWords words) {
        if (value.isEmpty()) return page.t("register.empty");
        if (field.personal()) return masked(page, file, field, value);
        return switch (field) {
            case TANGGAL_SURAT -> day(page, value);
            case WAKTU_TAYANG, DITERIMA -> page.times().moment(Instant.parse(value));
            case MEDIA -> Texts.named(page.language(), "channel.", value);
            case PENERIMA -> words.officer(Long.parseLong(value));
            case ASLI -> page.t("reception.on-paper");
            case DIBACAKAN -> page.t("reception.read-back");
            default -> value;
        };
    }

    private static String day(Page page, String value) {
        @Nullable LocalDate day = DateField.parse(value);
        return day == null ? value : page.times().date(day);
    }

    /** Enough to see that it was changed, not enough to find the person. */
    private static String masked(Page page, CaseFile file, EnteredField field, String value) {
        if (!file.sight().identity()) return page.t("register.covered");
        return switch (field) {
            case NAMA, PEMBAWA -> Masked.name(value);
            case HP -> Masked.phone(value);
            case LEMBAGA, AKUN -> value;
            default -> page.t("register.covered");
        };
    }
}
