package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;

/** One complaint on its way through the pages of an agency: a citizen files it, officers do their steps, each in an own browser. */
final class Walk {

    final DemoWorld.Founded w;
    final Http citizen;
    private final TestWorld world;
    private final Map<String, Http> signedIn = new HashMap<>();
    String number = "";
    String code = "";

    /** @param file of the demo in which the agency is described */
    Walk(TestWorld world, String file) {
        this.world = world;
        this.w = world.agency(file);
        this.citizen = world.browser(w);
    }

    /** Fills in the agency's form and keeps number and code. */
    Walk file(String... fields) {
        List<String> all = new ArrayList<>(List.of("benar", "ya"));
        all.addAll(List.of(fields));
        Http.Shown receipt = citizen.get("/lapor").submit("form[action$=/lapor]", all.toArray(String[]::new));
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        number = receipt.page().select("dd.nomor").getFirst().text();
        code = receipt.page().select("dd.nomor").getLast().text();
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

    /** What stands on a PDF. */
    String pdf(String url) {
        try (var document = Loader.loadPDF(
                citizen.bytes(HttpRequest.newBuilder(URI.create(url)).GET()).body())) {
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
        return in(officer).post("/aduan/" + number + below, all);
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
