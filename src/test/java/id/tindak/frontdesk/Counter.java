package id.tindak.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.Http.Shown;
import id.tindak.portal.Sender;
import java.util.List;
import java.util.Map;

/** A clerk at the front desk of one agency, in an own browser. */
final class Counter {

    private static final String FORM = "form[action$=/meja-depan]";

    final DemoWorld.Founded w;
    final Http clerk;
    private final Complaints complaints;

    Counter(DemoWorld.Founded w, Http clerk, Complaints complaints) {
        this.w = w;
        this.clerk = clerk;
        this.complaints = complaints;
    }

    /** The form of one way in, with these fields filled in. */
    Sender form(String way, String... fields) {
        Sender form = new Sender(clerk.get("/meja-depan?masuk=" + way), FORM);
        for (int i = 0; i < fields.length; i += 2) form.with(fields[i], fields[i + 1]);
        return form;
    }

    /** What stands on the page after saving. */
    Shown save(String way, String... fields) {
        Shown saved = form(way, fields).by(clerk);
        assertThat(saved.status).as(saved.text()).isEqualTo(200);
        assertThat(saved.url).matches(".*/meja-depan/\\d+");
        return saved;
    }

    /** A letter that lacks nothing, brought to the desk. */
    Shown letter(String number, String... more) {
        Sender form = form(
                "surat",
                "nama",
                "Siti Aminah",
                "nomor_surat",
                number,
                "tanggal_surat",
                "2026-11-20",
                "judul",
                "Drainase Jalan Melati");
        for (int i = 0; i < more.length; i += 2) form.with(more[i], more[i + 1]);
        return form.by(clerk);
    }

    Shown refused(String way, String... fields) {
        Shown page = form(way, fields).by(clerk);
        assertThat(page.status).as(page.text()).isEqualTo(422);
        return page;
    }

    String number(Shown saved) {
        return saved.page().selectFirst("dd.nomor").text();
    }

    Complaint complaint(Shown saved) {
        return complaint(number(saved));
    }

    Complaint complaint(String number) {
        return complaints.byNumber(w.agency().id(), number).orElseThrow();
    }

    List<Chain> events(String number) {
        return complaints.events(complaint(number));
    }

    /** Facts of the last event of a kind. */
    Map<String, String> event(String number, String kind) {
        return events(number).stream()
                .filter(e -> e.kind().equals(kind))
                .reduce((a, b) -> b)
                .map(Chain::facts)
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + events(number)));
    }

    boolean happened(String number, String kind) {
        return events(number).stream().anyMatch(e -> e.kind().equals(kind));
    }
}
