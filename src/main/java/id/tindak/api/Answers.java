package id.tindak.api;

import id.tindak.base.web.Page;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.message.Message;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the own API says, in the words of its contract (openapi.yaml). */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private final Page page;

    Answers(Page page) {
        this.page = page;
    }

    /** @param code the reporter's, for whom the program speaks */
    ObjectNode filed(Complaint c, String code) {
        return JSON.createObjectNode()
                .put("nomor", c.publicNumber())
                .put("kode", code)
                .put("diterima", time(c.receivedAt()))
                .put("tautan", page.brand().baseUrl() + "/lacak/" + c.publicNumber());
    }

    ObjectNode list(List<CaseStore.Row> rows, @Nullable String next) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("aduan");
        rows.forEach(r -> list.add(row(r)));
        return all.put("berikut", next);
    }

    ObjectNode one(CaseStore.Row r, CaseFile file) {
        ObjectNode one = row(r);
        one.put("isi", Message.ofComplaint(file.messages()));
        ArrayNode news = one.putArray("kabar");
        file.messages().stream()
                .filter(m -> m.author() == Message.Author.OFFICER)
                .forEach(m -> news.addObject()
                        .put("waktu", time(m.at()))
                        .put("jenis", m.kind().name())
                        .put("teks", m.body()));
        return one;
    }

    /** Of an open case; whoever hides the identity hides it from programs too. */
    ObjectNode reporter(Complaint c, Reporter r) {
        Reporter shown = c.privacy() == Privacy.TERBUKA ? r : Reporter.NOBODY;
        return JSON.createObjectNode()
                .put("nomor", c.publicNumber())
                .put("nama", shown.name())
                .put("alamat", shown.address())
                .put("hp", shown.phone())
                .put("email", shown.email());
    }

    ObjectNode step(Decisions.Seen seen) {
        ObjectNode all = JSON.createObjectNode().put("nomor", seen.complaint().publicNumber());
        Decisions.Open open = seen.open();
        if (open == null) return all.putNull("langkah");
        Assignment work = open.work();
        ObjectNode step = all.putObject("langkah")
                .put("penugasan", Long.toString(work.id()))
                .put("versi", work.version())
                .put("nomor", open.step().no())
                .put("kegiatan", open.step().activity())
                .put("tenggat", work.deadline() == null ? null : time(work.deadline()));
        ArrayNode ways = step.putArray("cabang");
        for (Decisions.Way w : open.ways()) {
            ObjectNode way = ways.addObject()
                    .put("cabang", w.index())
                    .put("nama", w.branch().label())
                    .put("ke", w.branch().target())
                    .put("perlu_tujuan", w.branch().fillsTargetUnit())
                    .put("perlu_alasan", w.branch().reasonRequired())
                    .put("dapat", w.possible());
            ObjectNode endings = way.putObject("akhir");
            w.endings().forEach(endings::put);
        }
        return all;
    }

    ObjectNode decided(Complaint c) {
        return JSON.createObjectNode().put("nomor", c.publicNumber()).put("tercatat", true);
    }

    ObjectNode happenings(List<Happenings.Happening> rows, Happenings.Cursor next) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("peristiwa");
        rows.forEach(h -> list.addObject()
                .put("id", h.cursor().toString())
                .put("nomor", h.number())
                .put("jenis", h.kind())
                .put("waktu", time(h.at())));
        return all.put("berikut", next.toString());
    }

    /** A problem of RFC 9457. */
    ObjectNode problem(ApiFault fault) {
        ObjectNode all = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", page.t("api.problem." + fault.status()))
                .put("status", fault.status())
                .put("detail", page.t(fault.sentence()));
        if (fault.fields().isEmpty()) return all;
        ArrayNode fields = all.putArray("kesalahan");
        fault.fields()
                .forEach(
                        (field, wrong) -> fields.addObject().put("isian", field).put("pesan", page.t(wrong)));
        return all;
    }

    private ObjectNode row(CaseStore.Row r) {
        Instant ended = r.endedAt();
        return JSON.createObjectNode()
                .put("nomor", r.number())
                .put("jenis", r.kind())
                .put("kategori", r.category())
                .put("judul", r.title())
                .put("kecamatan", r.district())
                .put("desa", r.village())
                .put("patokan", r.landmark())
                .put("lintang", r.latitude())
                .put("bujur", r.longitude())
                .put("kerahasiaan", r.privacy())
                .put("keadaan", state(r))
                .put("diterima", time(r.receivedAt()))
                .put("diperbarui", time(r.updatedAt()))
                .put("berakhir", ended == null ? null : time(ended));
    }

    private static String state(CaseStore.Row r) {
        String outcome = r.outcome();
        if (outcome == null) return r.waits() ? "menunggu_pelapor" : "berjalan";
        return outcome.toLowerCase(Locale.ROOT);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(page.times().zone()));
    }
}
