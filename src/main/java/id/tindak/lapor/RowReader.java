package id.tindak.lapor;

import id.tindak.agency.Category;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of one row what LAPOR! tells of one report, or says why it cannot. Nothing in it is trusted. Pure. */
final class RowReader {

    private static final int BODY = 10_000;
    private static final int TITLE = 120;
    private static final int LINE = 200;
    private static final int STATE = 60;
    /** LAPOR! began in 2011: an earlier day is another one. */
    private static final Instant FIRST = Instant.parse("2011-01-01T00:00:00Z");

    private static final Set<String> YES = Set.of("ya", "y", "yes", "true", "1", "iya", "benar", "x", "v", "✓", "✔");
    private static final Set<String> NO = Set.of("tidak", "t", "no", "n", "false", "0", "bukan");
    private static final Set<String> OPEN = Set.of("terbuka", "publik", "public", "umum", "normal", "biasa");
    private static final Set<String> NOBODY =
            Set.of("anonim", "anonymous", "anonymus", "rahasia", "disamarkan", "-", "tanpa nama", "hamba allah");

    /** @param kinds that the agency uses, the usual one first */
    record Rules(
            ZoneId zone, Instant now, List<String> kinds, List<Category> categories, States states, boolean endedToo) {}

    /** @param reason text key; null when it can be taken */
    record Read(@Nullable Reported report, @Nullable String reason, String of) {

        private static Read refused(String reason, String of) {
            return new Read(null, reason, of);
        }
    }

    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private final Rules rules;

    RowReader(List<Optional<Column>> columns, Rules rules) {
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            columns.get(i).ifPresent(c -> at.put(c, index));
        }
        this.rules = rules;
    }

    Read read(List<String> cells) {
        String number = cell(cells, Column.NOMOR);
        TrackingId id = TrackingId.read(number).orElse(null);
        if (number.isEmpty()) return Read.refused("bridge.row.no-number", "");
        if (id == null) return Read.refused("bridge.row.number", cut(number, STATE));
        String body = cell(cells, Column.ISI);
        if (body.isEmpty()) return Read.refused("bridge.row.no-text", "");
        if (body.codePointCount(0, body.length()) > BODY) return Read.refused("bridge.row.text-long", "");
        String written = cell(cells, Column.TANGGAL);
        Instant since = written.isEmpty()
                ? null
                : WrittenTime.read(written, rules.zone()).orElse(null);
        if (since == null && !written.isEmpty()) return Read.refused("bridge.row.date", cut(written, STATE));
        if (since != null && since.isAfter(rules.now())) return Read.refused("bridge.row.ahead", cut(written, STATE));
        if (since != null && since.isBefore(FIRST)) return Read.refused("bridge.row.long-ago", cut(written, STATE));
        String title = line(cells, Column.JUDUL);
        return new Read(
                new Reported(
                        id,
                        since,
                        cut(line(cells, Column.KEADAAN), STATE),
                        kind(cells),
                        category(cells),
                        title.isEmpty() ? NewComplaint.title(body) : cut(title, TITLE),
                        body,
                        privacy(cells),
                        name(cells),
                        orNull(cells, Column.KECAMATAN),
                        orNull(cells, Column.DESA),
                        orNull(cells, Column.LOKASI)),
                null,
                "");
    }

    /** Over there, and never here: nobody waits for it any more. */
    boolean passedOver(Reported report) {
        return !rules.endedToo() && rules.states().meaning(report.state()).over();
    }

    /**
     * LAPOR!'s "anonim" hides the name from the public and from whom it accuses, "rahasia" hides the text as well. Where the export does not say it plainly, the identity is hidden until somebody has
     * looked: twice a report reached the police because nobody had.
     */
    private Privacy privacy(List<String> cells) {
        String secret = cell(cells, Column.RAHASIA).toLowerCase(Locale.ROOT);
        String hidden = cell(cells, Column.ANONIM).toLowerCase(Locale.ROOT);
        String kind = cell(cells, Column.KLASIFIKASI).toLowerCase(Locale.ROOT);
        boolean whistle = kind.contains("whistle") || kind.equals("wbs");
        if (whistle || YES.contains(secret) || secret.contains("rahasia") || hidden.contains("rahasia"))
            return Privacy.RAHASIA;
        boolean plainly = NO.contains(hidden) && (NO.contains(secret) || OPEN.contains(secret))
                || !at.containsKey(Column.ANONIM) && OPEN.contains(secret);
        return plainly ? Privacy.TERBUKA : Privacy.IDENTITAS_DISEMBUNYIKAN;
    }

    private String kind(List<String> cells) {
        String said = cell(cells, Column.KLASIFIKASI).toLowerCase(Locale.ROOT);
        return rules.kinds().stream()
                .filter(k -> !said.isEmpty() && (said.contains(k) || k.contains(said)))
                .findFirst()
                .orElse(
                        rules.kinds().contains("pengaduan")
                                ? "pengaduan"
                                : rules.kinds().getFirst());
    }

    private @Nullable String category(List<String> cells) {
        String said = line(cells, Column.KATEGORI);
        return rules.categories().stream()
                .filter(c -> c.active() && c.name().equalsIgnoreCase(said))
                .map(Category::code)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String name(List<String> cells) {
        String name = cut(line(cells, Column.NAMA), LINE);
        return name.isEmpty() || NOBODY.contains(name.toLowerCase(Locale.ROOT)) ? null : name;
    }

    private @Nullable String orNull(List<String> cells, Column column) {
        String text = cut(line(cells, column), LINE);
        return text.isEmpty() ? null : text;
    }

    private String line(List<String> cells, Column column) {
        return cell(cells, column).replaceAll("\\s+", " ");
    }

    private String cell(List<String> cells, Column column) {
        Integer index = at.get(column);
        return index == null || index >= cells.size() ? "" : cells.get(index).strip();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
