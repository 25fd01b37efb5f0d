package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.handling.DeskQuery;
import id.tindak.handling.DeskQuery.Filter;
import id.tindak.handling.DeskQuery.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk's address: which queue, which filter, which page. What does not read is as if it were not there. */
record DeskAddress(DeskQuery query) {

    static DeskAddress parse(Form form) {
        Part part = switch (form.value("antrean")) {
            case "terlambat" -> Part.LATE;
            case "opd" -> Part.OTHERS;
            case "menunggu" -> Part.WAITING;
            default -> Part.MINE;
        };
        Filter filter = new Filter(
                form.one("kanal"),
                form.checked("belum"),
                form.checked("rahasia"),
                form.one("kecamatan"),
                form.one("kategori"));
        return new DeskAddress(new DeskQuery(part, filter, DeskQuery.After.parse(form.value("lanjut"))));
    }

    Part part() {
        return query.part();
    }

    Filter filter() {
        return query.filter();
    }

    /** The same queue with another filter, from its first page. */
    DeskAddress with(Filter filter) {
        return new DeskAddress(new DeskQuery(query.part(), filter, null));
    }

    DeskAddress after(DeskQuery.After after) {
        return new DeskAddress(new DeskQuery(query.part(), query.filter(), after));
    }

    /** Word of the queue in the address; empty for the own work. */
    String queue() {
        return switch (query.part()) {
            case MINE -> "";
            case LATE -> "terlambat";
            case OTHERS -> "opd";
            case WAITING -> "menunggu";
        };
    }

    String path() {
        List<String> pairs = new ArrayList<>();
        if (!queue().isEmpty()) pairs.add("antrean=" + queue());
        Filter f = query.filter();
        add(pairs, "kanal", f.channel());
        if (f.untaken()) pairs.add("belum=1");
        if (f.confidential()) pairs.add("rahasia=1");
        add(pairs, "kecamatan", f.district());
        add(pairs, "kategori", f.category());
        if (query.after() != null) pairs.add("lanjut=" + query.after().text());
        return pairs.isEmpty() ? "/meja" : "/meja?" + String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, @Nullable String value) {
        if (value != null) pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
