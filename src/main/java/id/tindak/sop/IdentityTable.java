package id.tindak.sop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The identity block of the form (PermenPANRB 35/2012), verbatim; what the signed paper leaves blank stays a dotted blank. */
final class IdentityTable {

    private static final String BLANK = "……";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("id"));

    private final Sop sop;
    private final Header header;

    private IdentityTable(Sop sop) {
        this.sop = sop;
        this.header = sop.header();
    }

    static String html(Sop sop) {
        return new IdentityTable(sop).html();
    }

    private record Row(String name, String html) {}

    private String html() {
        List<Row> head = head();
        StringBuilder table = new StringBuilder("""
                <div class="gulir" role="region" aria-label="Identitas SOP, dapat digeser" tabindex="0">
                <table class="sop ident">
                <caption class="sr">Identitas SOP menurut PermenPANRB Nomor 35 Tahun 2012</caption>
                <tbody>
                """);
        for (int i = 0; i < head.size(); i++) {
            table.append("<tr>");
            if (i == 0) {
                table.append("<td rowspan=\"").append(head.size()).append("\" class=\"lambang\"><b>");
                table.append(Html.escape(sop.agency())).append("</b></td>");
            }
            table.append("<th scope=\"row\">")
                    .append(Html.escape(head.get(i).name))
                    .append("</th><td>");
            table.append(head.get(i).html).append("</td></tr>\n");
        }
        for (Row row : body()) {
            table.append("<tr><th scope=\"row\" class=\"lambang\"><b>")
                    .append(row.name)
                    .append("</b></th><td colspan=\"2\">");
            table.append(row.html).append("</td></tr>\n");
        }
        return table.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private List<Row> head() {
        Header.Dates dates = header.dates();
        List<Row> rows = new ArrayList<>();
        String number = header.number();
        rows.add(new Row(
                header.numberLabel(),
                number == null ? BLANK : Html.escape(number.replaceAll(" {3,}", " " + BLANK + " "))));
        rows.add(new Row("Tanggal pembuatan", day(dates.created())));
        rows.add(new Row("Tanggal revisi", day(dates.revised())));
        if (dates.approved() != null) rows.add(new Row("Tanggal disahkan", day(dates.approved())));
        rows.add(new Row("Tanggal efektif", day(dates.effective())));
        rows.add(new Row("Disahkan oleh", signer()));
        rows.add(new Row("Nama SOP", Html.escape(sop.name())));
        return rows;
    }

    private String signer() {
        Header.Signer signer = header.signer();
        if (signer == null) return BLANK;
        List<String> lines = new ArrayList<>(List.of(Html.escape(signer.position())));
        if (signer.name() != null) lines.add(Html.escape(signer.name()));
        if (signer.rank() != null) lines.add(Html.escape(signer.rank()));
        if (signer.nip() != null) lines.add("NIP " + Html.escape(signer.nip()));
        return String.join("<br>", lines);
    }

    private List<Row> body() {
        List<Row> rows = new ArrayList<>();
        rows.add(list("Dasar hukum", header.legalBasis()));
        rows.add(list("Kualifikasi pelaksana", header.qualifications()));
        rows.add(list("Keterkaitan", header.related()));
        rows.add(list("Peralatan/perlengkapan", header.equipment()));
        rows.add(list("Peringatan", header.warnings()));
        rows.add(list("Pencatatan dan pendataan", header.records()));
        Header.Service service = header.service();
        if (!service.requirements().isEmpty()) rows.add(list("Persyaratan", service.requirements()));
        if (service.fee() != null) rows.add(new Row("Biaya", Html.escape(service.fee())));
        if (service.product() != null) rows.add(new Row("Produk", Html.escape(service.product())));
        return rows;
    }

    private static Row list(String name, List<String> texts) {
        return new Row(name, texts.isEmpty() ? BLANK : Html.numbered(texts));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? BLANK : DAY.format(day);
    }
}
