package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SOP as people know it: identity block and the table of the form with its flow chart. Everything that came out of
 * the file is escaped; there is no inline style and no script.
 */
public final class SopTable {

    private static final String ADDED = "tambahan, menunggu pengesahan";

    private final Sop sop;
    private final List<Actor> actors;
    private final boolean onPaper;

    private SopTable(Sop sop, boolean onPaper) {
        this.sop = sop;
        this.actors = List.copyOf(sop.actors().values());
        this.onPaper = onPaper;
    }

    /**
     * The table for a printer that cannot draw over the borders of cells: the cells of the flow chart are left blank, and what belongs into them is
     * handed over beside it.
     *
     * @param markup a fragment, well-formed as XML; the cell of row r and column c has the id {@link #cell}
     * @param rows strokes of each row
     */
    public record Sheet(String markup, List<List<Ink>> rows, int columns) {

        public static String cell(int row, int column) {
            return "alir-" + row + "-" + column;
        }
    }

    /** @param scale size of a pixel of the drawing, in pixels of the sheet */
    public static Sheet sheet(Sop sop, double scale) {
        SopTable table = new SopTable(sop, true);
        List<TableRow> rows = TableRow.of(sop);
        List<ChartRow> chart = Chart.draw(sop, rows);
        StringBuilder lines = new StringBuilder("<table class=\"tabel")
                .append(table.actors.size() > 7 ? " banyak" : "")
                .append("\">\n")
                .append(table.head())
                .append("<tbody>\n");
        for (int i = 0; i < rows.size(); i++)
            lines.append(table.row(rows.get(i), chart.get(i))
                    .replaceFirst("<tr[^>]*>", "<tr>")
                    .replace("alir-?-", "alir-" + i + "-")
                    .replaceFirst(
                            "class=\"alir\"",
                            "class=\"alir\" style=\"height:"
                                    + Math.round(chart.get(i).height() * scale) + "px\""));
        String markup = IdentityTable.html(sop) + lines + "</tbody>\n</table>\n" + table.below();
        return new Sheet(
                markup.replace("<br>", "<br/>"),
                chart.stream().map(ChartRow::ink).toList(),
                table.actors.size());
    }

    /** A fragment for a page that loads {@code sop.css}; at most one on a page. */
    public static String html(Sop sop) {
        return IdentityTable.html(sop) + new SopTable(sop, false).table();
    }

    /** A whole document with its style inside, for printing on A4 landscape. */
    public static String document(Sop sop) {
        String title = Html.escape("SOP " + sop.name());
        return """
                <!doctype html>
                <html lang="id">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body class="%s">
                <h1>%s</h1>
                %s</body>
                </html>
                """.formatted(
                        title,
                        style("/static/sop.css"),
                        style("/id/tindak/sop/cetak.css"),
                        sop.actors().size() > 7 ? "rapat" : sop.actors().size() > 5 ? "sedang" : "longgar",
                        Html.escape(sop.name()),
                        html(sop));
    }

    private String table() {
        List<TableRow> rows = TableRow.of(sop);
        List<ChartRow> chart = Chart.draw(sop, rows);
        StringBuilder table = new StringBuilder(ChartCell.SYMBOLS);
        table.append(
                "<div class=\"gulir kartu\" role=\"region\" aria-label=\"Tabel SOP, dapat digeser\" tabindex=\"0\">\n");
        table.append("<table class=\"sop").append(breadth()).append("\">\n");
        table.append("<caption class=\"sr\">Kegiatan, pelaksana, dan mutu baku</caption>\n");
        table.append(head()).append("<tbody>\n");
        for (int i = 0; i < rows.size(); i++) table.append(row(rows.get(i), chart.get(i)));
        return table.append("</tbody>\n</table>\n</div>\n").append(below()).toString();
    }

    private String breadth() {
        if (actors.size() <= 5) return "";
        return actors.size() <= 7 ? " luas-7" : " luas-10";
    }

    private String head() {
        String columns = actors.stream()
                .map(actor -> "<th scope=\"col\">" + Html.escape(actor.name()) + "</th>")
                .collect(Collectors.joining());
        return """
                <thead>
                <tr><th scope="col" rowspan="2" class="nomor-sop">No.</th><th scope="col" rowspan="2" class="keg">Kegiatan</th>\
                <th scope="colgroup" colspan="%d">Pelaksana</th><th scope="colgroup" colspan="3">Mutu baku</th>\
                <th scope="col" rowspan="2">Keterangan</th></tr>
                <tr>%s<th scope="col">Kelengkapan</th><th scope="col">Waktu</th><th scope="col">Output</th></tr>
                </thead>
                """.formatted(actors.size(), columns);
    }

    private String row(TableRow row, ChartRow chart) {
        return switch (row) {
            case TableRow.Heading heading ->
                "<tr class=\"tipis\"><th scope=\"rowgroup\" colspan=\"2\"><b>"
                        + Html.escape(heading.text()) + "</b></th>" + flow(chart, "", "")
                        + "<td></td><td></td><td></td><td></td></tr>\n";
            case TableRow.OfStep of ->
                line(
                        of.step().no(),
                        of.step().activity(),
                        flow(chart, of.step().actor(), spoken(of.step())),
                        of.step().requirements(),
                        of.step().time(),
                        of.step().output(),
                        remarks(of.step()),
                        chart);
            case TableRow.OfPeriodic of ->
                line(
                        of.work().no(),
                        of.work().activity(),
                        flow(chart, of.work().actor(), "Pekerjaan berkala"),
                        of.work().requirements(),
                        of.work().time(),
                        of.work().output(),
                        notes(of.work().note()),
                        chart);
            case TableRow.OfReminder of ->
                line(
                        of.rule().no(),
                        of.rule().activity(),
                        flow(chart, of.rule().by(), "Pengingat"),
                        List.of(),
                        of.rule().time(),
                        null,
                        notes(of.rule().note()),
                        chart);
        };
    }

    private static String line(
            @Nullable String no,
            String activity,
            String flow,
            List<String> requirements,
            @Nullable TimeStandard time,
            @Nullable String output,
            List<String> remarks,
            ChartRow chart) {
        return "<tr" + height(chart) + "><td>" + Html.escape(Objects.requireNonNullElse(no, ""))
                + "</td><th scope=\"row\">"
                + Html.escape(activity) + "</th>" + flow + "<td>" + Html.escape(String.join(", ", requirements))
                + "</td><td><b>" + Html.escape(time == null ? "" : time.text()) + "</b></td><td>"
                + Html.escape(Objects.requireNonNullElse(output, "")) + "</td><td>"
                + remarks.stream().map(Html::escape).collect(Collectors.joining("<br>")) + "</td></tr>\n";
    }

    /** The least height of a row is a class of the stylesheet, in steps of 25 pixels. */
    private static String height(ChartRow chart) {
        int steps = (chart.height() - 100 + 24) / 25;
        return steps <= 0 ? "" : " class=\"tinggi-" + Math.min(steps, 10) + "\"";
    }

    private String flow(ChartRow chart, String actor, String spoken) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < actors.size(); column++) {
            boolean own = actors.get(column).key().equals(actor);
            cells.append(onPaper ? "<td class=\"alir\" id=\"alir-?-" + column + "\">" : "<td class=\"alir\">");
            if (own)
                cells.append("<span class=\"sr\">")
                        .append(Html.escape(spoken + ": " + actors.get(column).name()))
                        .append("</span>");
            if (!onPaper) cells.append(ChartCell.svg(chart, column));
            cells.append("</td>");
        }
        return cells.toString();
    }

    /** What the drawing says, for those who hear the page. */
    private String spoken(Step step) {
        List<String> words = new ArrayList<>();
        for (Branch branch : step.branches()) {
            String target = switch (branch.target()) {
                case Sop.DONE -> "selesai";
                case Sop.REFUSED -> "ditolak";
                case Sop.MOVED -> "pindah";
                default -> "ke langkah " + branch.target();
            };
            words.add(branch.label().isEmpty() ? target : branch.label() + " " + target);
        }
        return (step.decision() ? "Keputusan (" : "Proses (") + String.join("; ", words) + ")";
    }

    private List<String> remarks(Step step) {
        List<String> remarks = new ArrayList<>(notes(step.note()));
        if (step.addition()) remarks.add(capital(ADDED));
        for (Branch branch : step.branches()) {
            if (!branch.addition() || step.addition()) continue;
            String name = branch.label().isEmpty() ? "Lanjut ke " + branch.target() : branch.label() + "*";
            remarks.add(name + ": " + ADDED);
        }
        return remarks;
    }

    private static List<String> notes(@Nullable String note) {
        return note == null ? List.of() : List.of(note);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String below() {
        StringBuilder below = new StringBuilder();
        for (Periodic work : sop.periodics()) {
            if (work.no() != null) continue;
            below.append("<p class=\"kecil\">Pekerjaan berkala: ");
            below.append(Html.escape(
                            work.activity() + " (" + sop.actor(work.actor()).name() + ")"))
                    .append("</p>\n");
        }
        below.append(
                "<p class=\"kecil redup\">Lambang: ujung bulat mulai atau selesai, kotak proses, belah ketupat keputusan, ");
        below.append("segi lima bernomor sambungan ke langkah itu.");
        boolean added = sop.steps().stream()
                .anyMatch(step -> step.addition() || step.branches().stream().anyMatch(Branch::addition));
        boolean copied = sop.steps().stream().anyMatch(step -> !step.copies().isEmpty());
        if (added) below.append(" Garis putus dan tanda * : ").append(ADDED).append('.');
        if (copied) below.append(" Panah putus ke kotak di baris yang sama: untuk diketahui.");
        return below.append("</p>\n").toString();
    }

    private static String style(String resource) {
        try (InputStream in = SopTable.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
