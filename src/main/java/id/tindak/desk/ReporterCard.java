package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.complaint.Masked;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseVerbs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who complained, as far as this officer may know it. What is masked never leaves the server until it is revealed.
 *
 * @param hidden why nothing stands here; null when something does
 * @param mayReveal whether there is something to reveal and this officer may
 * @param revealed the values are the real ones
 */
public record ReporterCard(List<Line> lines, @Nullable String hidden, boolean mayReveal, boolean revealed) {

    /** @param masked the value is not what was given */
    public record Line(String label, String value, boolean masked) {}

    static ReporterCard of(Page page, CaseFile file, CaseVerbs.Revealed.@Nullable Person revealed) {
        if (nobody(file.k())) return new ReporterCard(List.of(), page.t("desk.reporter.none"), false, false);
        if (revealed != null) return new ReporterCard(real(page, revealed), null, false, true);
        if (!file.sight().identity()) return new ReporterCard(List.of(), page.t("desk.reporter.hidden"), false, false);
        List<Line> lines = masked(page, file.k().reporter());
        boolean auditor = page.officer() != null && page.officer().auditor();
        return new ReporterCard(lines, null, !auditor && lines.stream().anyMatch(Line::masked), false);
    }

    /** A confidential complaint about an officer may also be one without identity. */
    private static boolean nobody(Case k) {
        return k.complaint().privacy() == Privacy.TANPA_IDENTITAS
                || k.complaint().concernsOfficer() && k.reporter().unnamed();
    }

    /** How the reporter is called in the conversation. */
    static String called(Page page, CaseFile file) {
        String name = file.k().reporter().name();
        boolean known = file.sight().identity() && name != null && !name.isBlank();
        return known ? page.t("desk.reporter.called", Masked.name(String.valueOf(name))) : page.t("desk.reporter");
    }

    private static List<Line> masked(Page page, Reporter r) {
        List<Line> lines = new ArrayList<>(kind(page, r));
        if (r.name() != null) lines.add(new Line(page.t("desk.reporter.name"), Masked.name(r.name()), true));
        cover(page, lines, "organisation", r.organisation());
        cover(page, lines, "represents", r.represents());
        cover(page, lines, "address", r.address());
        if (r.phone() != null) lines.add(new Line(page.t("desk.reporter.phone"), Masked.phone(r.phone()), true));
        cover(page, lines, "email", r.email());
        cover(page, lines, "nik", r.nikSealed());
        return lines;
    }

    private static List<Line> real(Page page, CaseVerbs.Revealed.Person p) {
        Reporter r = p.reporter();
        List<Line> lines = new ArrayList<>(kind(page, r));
        show(page, lines, "name", r.name());
        show(page, lines, "organisation", r.organisation());
        show(page, lines, "represents", r.represents());
        show(page, lines, "address", r.address());
        show(page, lines, "phone", r.phone());
        show(page, lines, "email", r.email());
        if (r.nikSealed() != null)
            show(page, lines, "nik", p.nik() == null ? page.t("desk.reporter.unreadable") : p.nik());
        return lines;
    }

    private static List<Line> kind(Page page, Reporter r) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(page.t("desk.reporter.kind"), Names.reporter(page, r.kind()), false));
        if (!r.relation().equals("SENDIRI"))
            lines.add(new Line(page.t("desk.reporter.relation"), page.t("desk.relation." + r.relation()), false));
        return lines;
    }

    private static void cover(Page page, List<Line> lines, String what, @Nullable String value) {
        if (value != null && !value.isBlank())
            lines.add(new Line(page.t("desk.reporter." + what), page.t("desk.masked." + what), true));
    }

    private static void show(Page page, List<Line> lines, String what, @Nullable String value) {
        if (value != null && !value.isBlank()) lines.add(new Line(page.t("desk.reporter." + what), value, false));
    }
}
