package id.tindak.register;

import id.tindak.base.web.DateField;
import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Masked;
import id.tindak.complaint.Privacy;
import id.tindak.handling.CaseLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the columns of an entry, as far as whoever asks may know it: "rahasia" where the case is not theirs to see, a masked
 * name on screens, the whole name on the paper and in the file that they take along. Paper is read by others: there every confidential
 * case is "rahasia", and who asked for the name to be hidden is not named.
 */
public final class EntryWords {

    private final Page page;
    private final boolean whole;
    private final Map<Long, String> officers;

    EntryWords(Page page, boolean whole, Map<Long, String> officers) {
        this.page = page;
        this.whole = whole;
        this.officers = officers;
    }

    public String label(Field field) {
        return page.t("register.field." + field.key());
    }

    /** The label of what was corrected. */
    public String label(String corrected) {
        return page.t("register.field." + corrected);
    }

    public String value(Line line, Field field) {
        String stored = shown(line, field, line.entry().fields().getOrDefault(field, ""));
        if (!stored.isEmpty() || hidden(line)) return stored;
        return switch (field) {
            case TUJUAN -> holder(line);
            case PENYELESAIAN -> ending(line);
            default -> "";
        };
    }

    /** What stood in a field before it was corrected, oldest first. */
    public List<String> struck(Line line, Field field) {
        return line.entry().corrections().stream()
                .filter(c -> c.field().equals(field.key()) && !c.old().isEmpty())
                .map(c -> shown(line, field, c.old()))
                .toList();
    }

    /** What stood where a correction was made, whichever field it was. */
    public String struck(Line line, Entry.Correction c) {
        if (c.field().equals(Entry.TIME)) return moment(c.old());
        if (c.field().equals(Entry.EXTERNAL)) return c.old();
        for (Field f : Field.values()) if (f.key().equals(c.field())) return shown(line, f, c.old());
        return "";
    }

    /** The number to quote: that of the other system where there is one. */
    public String number(Entry e) {
        return e.externalNumber() == null ? e.printed() : e.externalNumber();
    }

    /** "16-11-2026 08.41" */
    public String time(Entry e) {
        return page.times().shortDate(e.happenedAt()) + " " + page.times().clock(e.happenedAt());
    }

    /** Why it does not stand in the book of its own year; empty where it does. */
    public String late(Entry e) {
        int happened = e.happenedAt().atZone(page.times().zone()).getYear();
        return happened == e.year()
                ? ""
                : page.t("register.late", page.times().shortDate(e.happenedAt()), e.year(), happened);
    }

    /** Why it was cancelled; the reason may speak of the case, so it is hidden with it. */
    public String cancelled(Entry.Cancelled c, Line line) {
        String day = page.times().shortDate(c.at());
        return hidden(line) ? page.t("register.cancelled.hidden", day) : page.t("register.cancelled", day, c.reason());
    }

    public String officer(@Nullable Long id) {
        return id == null
                ? page.t("desk.system")
                : officers.getOrDefault(id, page.t("desk.officer", Long.toString(id)));
    }

    /** The number of the case; empty where there is none, or none that may be known. */
    public String complaint(Line line) {
        CaseLine c = line.line();
        return c == null || hidden(line) ? "" : c.number();
    }

    private boolean hidden(Line line) {
        return line.hidden() || whole && is(line, Privacy.RAHASIA);
    }

    private static boolean is(Line line, Privacy privacy) {
        CaseLine c = line.line();
        return c != null && c.privacy() == privacy;
    }

    private String shown(Line line, Field field, String stored) {
        boolean says = field.type() == Field.Type.SUBJECT || field == Field.NAMA || field == Field.PENERIMA;
        if (hidden(line)) return says ? page.t("register.secret") : "";
        if (stored.isEmpty()) return "";
        if (line.entry().complaintId() != null && field.personal()) {
            if (!line.identity() || whole && is(line, Privacy.IDENTITAS_DISEMBUNYIKAN))
                return page.t("register.covered");
            if (!whole) return masked(field, stored);
        }
        return switch (field.type()) {
            case DAY -> day(stored);
            case CLOCK -> stored.replace(':', '.');
            default -> field == Field.KANAL ? channel(stored) : stored;
        };
    }

    private String masked(Field field, String stored) {
        return switch (field) {
            case TELEPON -> Masked.phone(stored);
            case ALAMAT -> page.t("register.covered");
            default -> Masked.name(stored);
        };
    }

    private String holder(Line line) {
        CaseLine c = line.line();
        Instant since = c == null ? null : c.since();
        return c == null || since == null
                ? ""
                : page.t("register.holds", c.roleName(), page.times().shortDate(since));
    }

    private String ending(Line line) {
        Entry e = line.entry();
        if (line.line() == null) return "";
        String ended =
                e.ended() == null ? "" : page.t("register.ended", page.times().shortDate(e.ended()));
        String letters = e.letters().isEmpty() ? "" : page.t("register.letters", e.letters());
        return ended.isEmpty() || letters.isEmpty() ? ended + letters : ended + ", " + letters;
    }

    private String channel(String code) {
        String key = "desk.channel." + code;
        return Texts.has(key) ? page.t(key) : code;
    }

    private String day(String stored) {
        LocalDate day = DateField.parse(stored);
        return day == null ? stored : page.times().shortDate(day);
    }

    private String moment(String stored) {
        try {
            Instant at = Instant.parse(stored);
            return page.times().shortDate(at) + " " + page.times().clock(at);
        } catch (DateTimeException erased) {
            return stored;
        }
    }
}
