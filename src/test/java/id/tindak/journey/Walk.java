package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.Correspondent;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.message.PostRound;
import id.tindak.notice.DigestRound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One complaint on its way through the pages of an agency: a citizen files it, officers do their steps, each in an own browser. */
final class Walk {

    private static final Pattern LINK = Pattern.compile("/lacak/([A-Z0-9-]+)\\?kode=([A-Z0-9-]+)");

    final DemoWorld.Founded w;
    final Http citizen;
    private final TestWorld world;
    private final @Nullable Rows rows;
    private final Map<String, Http> signedIn = new HashMap<>();
    String number = "";
    String code = "";

    /** @param file of the demo in which the agency is described */
    Walk(TestWorld world, String file) {
        this(world, file, null);
    }

    /** @param rows what it lays beside the source document; null for a walk that follows none */
    Walk(TestWorld world, String file, @Nullable Rows rows) {
        this.world = world;
        this.rows = rows;
        if (rows != null) rows.begin();
        this.w = world.agency(file);
        this.citizen = world.browser(w);
    }

    private void told(Consumer<Rows> what) {
        if (rows != null) what.accept(rows);
    }

    /** Fills in the agency's form and keeps number and code. */
    Walk file(String... fields) {
        int unit = List.of(fields).indexOf("tujuan");
        told(r -> r.filed(unit >= 0 && !fields[unit + 1].isEmpty()));
        List<String> all = new ArrayList<>(List.of("benar", "ya"));
        all.addAll(List.of(fields));
        Http.Shown receipt = citizen.get("/lapor").submit("form[action$=/lapor]", all.toArray(String[]::new));
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        number = receipt.page().select("dd.nomor").getFirst().text();
        code = receipt.page().select("dd.nomor").getLast().text();
        return this;
    }

    /**
     * The citizen writes on a channel of his own; number and secret code come back there.
     *
     * @param unit whether the words name one by its code
     */
    Walk by(Correspondent citizen, String text, boolean unit) {
        told(r -> r.filed(unit));
        citizen.says(text);
        Matcher link = LINK.matcher(String.join("\n", citizen.heard()));
        assertThat(link.find()).as("the receipt").isTrue();
        number = link.group(1);
        code = link.group(2);
        return this;
    }

    Http.Shown tracked() {
        return citizen.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
    }

    Http in(String officer) {
        return signedIn.computeIfAbsent(officer, o -> world.signedIn(w, o));
    }

    /** The newest mail that a demo kept in place of sending it. */
    Http.Shown newestMail() {
        PostRound.deliver(world.program());
        Http anybody = world.browser(w);
        return anybody.get(anybody.get("/surat-keluar")
                .page()
                .select("main a[href*=surat-keluar/]")
                .first()
                .absUrl("href"));
    }

    /** The reporter follows the link of the newest mail, which confirms the address. */
    void followMail() {
        citizen.get(newestMail().page().select("main a.tombol").attr("href"));
    }

    /** The reporter follows the link that stands in what he got. */
    void follow(String message) {
        Matcher link = Pattern.compile("https?://\\S+kode=\\S+").matcher(message);
        assertThat(link.find()).as(message).isTrue();
        citizen.get(link.group());
    }

    /** Somebody answers the survey to which the message leads, with the same value everywhere. */
    Http.Shown survey(String message, String value) {
        Matcher address = Pattern.compile("/survei/[0-9A-Z]{16}").matcher(message);
        assertThat(address.find()).as(message).isTrue();
        Http.Shown form = world.browser(w).get(address.group());
        List<String> all = new ArrayList<>();
        form.page().select("fieldset.unsur").forEach(element -> {
            all.add(element.select("input[type=radio]").attr("name"));
            all.add(value);
        });
        assertThat(all).as(form.text()).hasSize(18);
        return form.submit("form[action*=/survei/]", all.toArray(String[]::new));
    }

    /** What stands on a PDF. */
    String pdf(String url) {
        return pdf(citizen.bytes(HttpRequest.newBuilder(URI.create(url)).GET()).body());
    }

    static String pdf(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    Http.Shown show(String officer) {
        return in(officer).get("/aduan/" + number);
    }

    String desk(String officer) {
        return in(officer).get("/meja").text();
    }

    /** An officer takes it in at the front desk, and so does these rows. */
    Http.Shown takeIn(String officer, String way, List<String> rowsDone, String... fields) {
        Http.Shown entered = in(officer).get("/meja-depan?masuk=" + way).submit("form[action$=/meja-depan]", fields);
        return takenIn(entered, rowsDone);
    }

    Http.Shown takenIn(Http.Shown entered, List<String> rowsDone) {
        assertThat(entered.status).as(entered.text()).isEqualTo(200);
        number = entered.page().selectFirst("dd.nomor").text();
        rowsDone.forEach(no -> told(r -> r.way(no, 0)));
        return entered;
    }

    /**
     * The case has come to this row of the procedure and lies with whom the row names.
     *
     * @param role as the source calls it
     * @param time of the row's own column; empty where the source sets none
     */
    Walk at(String officer, String row, String role, String time) {
        assertThat(desk(officer)).as("desk of " + officer).contains(number);
        Http.Shown page = show(officer);
        assertThat(row(page)).as("row at " + officer).isEqualTo(row);
        String held = page.page().select(".kepala .jam").text();
        assertThat(held).as("row " + row).contains(role);
        if (time.isEmpty()) assertThat(held).as("row " + row).contains("tanpa batas waktu");
        else assertThat(held).as("row " + row).containsAnyOf("dari " + time, "batas " + time);
        return this;
    }

    /** The row of the step that this officer may do. */
    private static String row(Http.Shown page) {
        return page.page().select("#tdk").text().replaceFirst("^Langkah (\\S+)\\. .*", "$1");
    }

    /** The program did a row by itself. */
    Walk passed(String row) {
        Complaints complaints = world.program().getBean(Complaints.class);
        assertThat(complaints
                        .events(complaints.byNumber(w.agency().id(), number).orElseThrow())
                        .stream()
                        .filter(e -> e.kind().equals("STEP_AUTOMATIC"))
                        .map(e -> e.facts().get("step")))
                .contains(row);
        told(r -> r.step(row));
        return this;
    }

    /** A row of the table that is no step of a case was done. */
    void beside(String row) {
        told(r -> r.step(row));
    }

    /** What the row sends to this address: the one newest mail that says all of it. */
    Http.Shown mailed(String row, String to, String... words) {
        DigestRound.send(world.program());
        PostRound.deliver(world.program());
        Http anybody = world.browser(w);
        List<String> read = new ArrayList<>();
        for (String link : anybody.get("/surat-keluar")
                .page()
                .select("tr:contains(" + to + ") a")
                .eachAttr("abs:href")) {
            Http.Shown mail = anybody.get(link);
            read.add(mail.text());
            if (Stream.of(words).allMatch(mail.text()::contains)) {
                told(r -> r.mail(row, to));
                return mail;
            }
        }
        throw new AssertionError("row " + row + " sends " + to + " no " + List.of(words) + " but " + read);
    }

    /** What the row sends to the citizen on the channel that he used: the one message that says all of it. */
    String heard(String row, Correspondent citizen, String... words) {
        List<String> all = citizen.heard();
        String said = all.stream()
                .filter(m -> Stream.of(words).allMatch(m::contains))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("row " + row + " says " + List.of(words) + " to nobody, but " + all));
        told(r -> r.mail(row, citizen.address()));
        return said;
    }

    /** The paper of a row as the officer sees it before it is printed. */
    String printed(String row, String officer, String kind, String... words) {
        Http.Shown paper = in(officer).get("/aduan/" + number + "/naskah/" + kind);
        assertThat(paper.status).as(kind).isEqualTo(200);
        assertThat(paper.text()).as("row " + row).contains(words);
        told(r -> r.paper(row, kind));
        return paper.text();
    }

    /** The row's line in a book, under this number. */
    void entered(String row, String officer, String book, String printed, String... words) {
        Http.Shown page = in(officer).get("/buku/" + book);
        assertThat(page.page()
                        .select("table.buku tbody tr:contains(" + number + ")")
                        .eachText())
                .as("row " + row)
                .anySatisfy(line -> assertThat(line).startsWith(printed + " ").contains(words));
        told(r -> r.entry(row, book, printed));
    }

    /** What the papers of the case say of themselves on its page. */
    String papers(String officer) {
        return show(officer)
                .page()
                .select("section:has(#cetakan) li")
                .eachText()
                .toString();
    }

    /** The ledger of moves. */
    String moves(String officer) {
        return show(officer).page().select("section:has(h2#pindah)").text();
    }

    private void went(Http.Shown page, String form) {
        String way = page.page().select(form).select("input[name=cabang]").attr("value");
        if (way.matches("\\d+")) told(r -> r.way(row(page), Integer.parseInt(way)));
    }

    /** The officer finds the case on the own desk and decides the open step by the branch with this label, or its only one. */
    Http.Shown decide(String officer, String label, String... fields) {
        assertThat(desk(officer)).as("desk of " + officer).contains(number);
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("aksi", "kirim"));
        Http.Shown page = show(officer);
        String form =
                label.isEmpty() ? ".cabang details form" : ".cabang details:has(summary:contains(" + label + ")) form";
        Http.Shown after = page.submit(form, all.toArray(String[]::new));
        assertThat(after.status)
                .as(officer + ", " + label + ": " + after.text())
                .isEqualTo(200);
        went(page, form);
        return after;
    }

    /** A step with nothing to choose and nothing to write. */
    Walk done(String... officers) {
        for (String officer : officers) decide(officer, "");
        return this;
    }

    /** Gives orders by the first form that names parties. */
    Http.Shown dispose(String officer, List<String> parties, List<String> instructions, String due, String note) {
        return post(
                officer,
                "/langkah",
                show(officer),
                ".cabang form:has(input[name=pihak])",
                Map.of(
                        "pihak", parties,
                        "perintah", instructions,
                        "tenggat", List.of(due),
                        "teks", List.of(note),
                        "aksi", List.of("kirim")));
    }

    /** Sends a form with several values in one field. */
    Http.Shown post(String officer, String below, Http.Shown page, String form, Map<String, List<String>> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Element f = page.page().select(form).first();
        if (f == null) throw new AssertionError("no " + form + " on " + page.text());
        for (Element hidden : f.select("input[type=hidden]"))
            all.computeIfAbsent(hidden.attr("name"), k -> new ArrayList<>()).add(hidden.val());
        all.putAll(fields);
        Http.Shown after = in(officer).post("/aduan/" + number + below, all);
        if (below.equals("/langkah") && after.status == 200) went(page, form);
        return after;
    }

    Element order(String officer, String party) {
        return show(officer)
                .page()
                .select(".disposisi li:contains(" + party + ")")
                .last();
    }

    String unitId(String code) {
        return String.valueOf(w.units().get(code));
    }

    /** A unit as a party. */
    String unit(String code) {
        return "u-" + unitId(code);
    }
}
