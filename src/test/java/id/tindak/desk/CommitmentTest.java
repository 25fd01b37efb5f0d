package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Commitments;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answered is not done: what an answer promises is told, listed for whoever owes it, closed with evidence or renewed with a reason. */
@JourneyTest
@Import(Office.class)
class CommitmentTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    Commitments commitments;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;
    Http answering;
    Http citizen;
    String code = "";

    @BeforeEach
    void atTheAnswer() {
        clock.setWib("2026-11-23T09:31");
        limits.forget();
        w = office.open();
        file();
        answering = world.signedIn(w, "dewi.dpupr");
    }

    private void file() {
        citizen = world.browser(w);
        Http.Shown receipt = citizen.get("/lapor")
                .submit(
                        "form[action$=/lapor]",
                        "jenis",
                        "pengaduan",
                        "judul",
                        "Jalan berlubang di depan pasar",
                        "uraian",
                        "Jalan di depan pasar berlubang besar.",
                        "kategori",
                        "pju",
                        "kecamatan",
                        "Maos",
                        "patokan",
                        "Pasar",
                        "nama",
                        "Siti Aminah",
                        "email",
                        "siti@contoh.invalid",
                        "benar",
                        "ya");
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        String number = receipt.page().select("dd.nomor").getFirst().text();
        code = receipt.page().select("dd.nomor").getLast().text();
        c = complaints.byNumber(w.agency().id(), number).orElseThrow();
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "sri.dpupr", 0, null, "Ditambal sementara.");
        office.decide(w, c, "joko.dpupr", 0, null, "");
    }

    @Test
    void theAnswerPromisesAndTheReporterReadsWhatIsStillToBeDone() {
        Http.Shown half = answer(
                "teks", "Lubang ditambal sementara.",
                "janji_1", "Pengaspalan ulang 200 meter",
                "janji_oleh_1", "Bidang Bina Marga",
                "janji_tanggal_1", "");
        assertThat(half.status).isEqualTo(422);
        assertThat(half.text()).contains("Isi tanggalnya.");
        assertThat(half.page().select("input[name=janji_1]").val()).isEqualTo("Pengaspalan ulang 200 meter");
        assertThat(answer("teks", "Ditambal.", "janji_1", "Pengaspalan", "janji_tanggal_1", "2026-11-22")
                        .text())
                .contains("Tanggal janji tidak lebih awal dari hari ini");
        answered();
        Http.Shown tracked = tracked();
        assertThat(tracked.text())
                .contains("Dijawab, janji belum tuntas")
                .contains("Pengaspalan ulang 200 meter Paling lambat 24 November 2026 Bidang Bina Marga")
                .contains("Rambu sementara Paling lambat 23 November 2026 Dinas Perhubungan");
        assertThat(tracked.page().select(".utas").text()).doesNotContain("Rambu sementara");
        assertThat(answering.get("/aduan/" + c.publicNumber()).text())
                .contains("menjanjikan tindak lanjut paling lambat 24 November 2026");
        assertThat(office.chainFaults(c)).isEmpty();
    }

    @Test
    void whoeverOwesItFindsItInTheListAndNobodyElse() {
        answered();
        assertThat(list(answering)).contains("Pengaspalan ulang 200 meter").doesNotContain("Rambu sementara");
        assertThat(list(world.signedIn(w, "ratna"))).contains("Pengaspalan ulang 200 meter", "Rambu sementara");
        Http roads = world.signedIn(w, "rudi.dishub");
        assertThat(list(roads)).contains("Rambu sementara").doesNotContain("Pengaspalan");
        assertThat(roads.get("/aduan/" + c.publicNumber()).text())
                .as("who owes something of a case sees the case")
                .contains("Rambu sementara");
        assertThat(list(world.signedIn(w, "nina.dlh"))).contains("Tidak ada janji yang terbuka.");
        assertThat(commitments.due(w.agency().id(), LocalDate.of(2026, 11, 23)))
                .singleElement()
                .satisfies(l -> assertThat(l.commitment().what()).isEqualTo("Rambu sementara"));
        sql.sql("update complaint set privacy = 'RAHASIA' where agency_id = ? and id = ?")
                .params(c.agencyId(), c.id())
                .update();
        assertThat(list(world.signedIn(w, "bagus"))).doesNotContain("Pengaspalan");
        assertThat(list(answering)).as("the very officer who answered").contains("Pengaspalan");
    }

    @Test
    void itIsHandedOverWithTheWorkAndGoesToTheSuccessorOfAUnitThatEnds() {
        answered();
        Http admin = world.signedIn(w, "admin");
        assertThat(admin.get("/kelola/petugas/" + w.officers().get("dewi.dpupr") + "/serah-terima")
                        .text())
                .contains("Janji tindak lanjut unitnya (1)", c.publicNumber() + ", paling lambat");
        admin.get("/kelola/unit/" + w.units().get("DPUPR") + "/akhiri")
                .submit(
                        "form[action$=/akhiri]",
                        "penerus",
                        Long.toString(w.units().get("DISHUB")));
        assertThat(list(world.signedIn(w, "rudi.dishub"))).contains("Rambu sementara", "Pengaspalan ulang 200 meter");
    }

    @Test
    void itClosesWithEvidenceThatTheReporterSees() {
        answered();
        clock.setWib("2026-11-24T14:00");
        Http.Shown bare =
                answering.get("/aduan/" + c.publicNumber()).submit("form[action$=/tuntas]", "isi", "Sudah diaspal.");
        assertThat(bare.status).isEqualTo(422);
        assertThat(bare.text()).contains("Lampirkan buktinya", "Sudah diaspal.");
        Http.Shown done = answering
                .get("/aduan/" + c.publicNumber())
                .attach("form[action$=/tuntas]", "berkas", "bukti.txt", "foto", "isi", "Sudah diaspal 200 meter.");
        assertThat(done.text()).contains("Janji ditutup", "tuntas 24 November 2026", "menuntaskan janji");
        Http.Shown tracked = tracked();
        assertThat(tracked.text()).contains("Tuntas 24 November 2026", "Sudah diaspal 200 meter.", "bukti.txt");
        assertThat(list(answering)).doesNotContain("Pengaspalan");
        Http.Shown twice = bare.submit("form[action$=/perpanjang]", "tanggal", "2026-12-24", "alasan", "Hujan.");
        assertThat(twice.text()).contains("Janji itu sudah ditutup");
        assertThat(mails()).contains("commitment-done");
        assertThat(office.chainFaults(c)).isEmpty();
    }

    @Test
    void itIsRenewedWithAReasonAndAnOverdueOneIsSeen() {
        answered();
        clock.setWib("2026-11-25T09:00");
        assertThat(list(answering)).contains("lewat waktu, paling lambat 24 November 2026");
        assertThat(tracked().text()).contains("Lewat waktu, dijanjikan paling lambat 24 November 2026");
        Http.Shown page = answering.get("/aduan/" + c.publicNumber());
        assertThat(page.submit("form[action$=/perpanjang]", "tanggal", "2026-11-24", "alasan", "Hujan.")
                        .text())
                .contains("Tanggal baru harus sesudah");
        assertThat(page.submit("form[action$=/perpanjang]", "tanggal", "2026-12-01", "alasan", "")
                        .text())
                .contains("Tulis alasannya.");
        page.submit("form[action$=/perpanjang]", "tanggal", "2026-12-01", "alasan", "Aspal belum datang.");
        assertThat(tracked().text())
                .contains("Paling lambat 1 Desember 2026", "semula 24 November 2026", "Aspal belum datang.");
        assertThat(answering.get("/aduan/" + c.publicNumber()).text())
                .contains("memperpanjang janji tindak lanjut dari 24 November 2026 menjadi 1 Desember 2026");
        assertThat(mails()).contains("commitment-renewed");
        assertThat(sql.sql("select params from outbox where agency_id = ? and template = 'commitment-renewed'")
                        .param(c.agencyId())
                        .query(String.class)
                        .single())
                .contains("1 Desember 2026");
        assertThat(office.chainFaults(c)).isEmpty();
    }

    @Test
    void strangersCannotTouchItAndSomebodyElsesNumberDoesNotHelp() {
        answered();
        long id = commitments
                .due(c.agencyId(), LocalDate.of(2026, 12, 31))
                .getFirst()
                .commitment()
                .id();
        Complaint other = office.file(w, "Lain", "Aduan lain.", Privacy.TERBUKA);
        Http clerk = world.signedIn(w, "nina.dlh");
        for (Complaint x : List.of(c, other)) {
            Http.Shown tried = clerk.post(
                    "/aduan/" + x.publicNumber() + "/janji/" + id + "/perpanjang",
                    Map.of(
                            "tanggal", List.of("2026-12-24"),
                            "alasan", List.of("x"),
                            "_t",
                                    List.of(answering
                                            .get("/meja/janji")
                                            .page()
                                            .select("[name=_t]")
                                            .val())));
            assertThat(tried.status).isIn(403, 404, 410, 422);
        }
        assertThat(commitments.due(c.agencyId(), LocalDate.of(2026, 12, 1))).hasSize(2);
    }

    @Test
    void aLongListComesInPagesOfOneStatementWhateverIsDone() {
        answered();
        for (int i = 0; i < 130; i++)
            sql.sql("""
                    insert into commitment (agency_id, id, complaint_id, assignment_id, message_id, unit_id, responsible, due, first_due, made_by,
                        made_at, told_at, done_at)
                    select agency_id, id + ?, complaint_id, assignment_id, message_id, unit_id, ?, due + ?, first_due, made_by, made_at, told_at,
                        case when ? then now() end
                    from commitment where agency_id = ? and responsible = 'Bidang Bina Marga' limit 1
                    """)
                    .params(1000 + i, "Regu " + i + ".", i / 2, i >= 100, c.agencyId())
                    .update();
        Http.Shown first = answering.get("/meja/janji");
        assertThat(first.page().select(".terbit > li")).hasSize(50);
        Http.Shown second =
                answering.get(first.page().select("a[rel=next]").first().absUrl("href"));
        Http.Shown third =
                answering.get(second.page().select("a[rel=next]").first().absUrl("href"));
        assertThat(third.page().select(".terbit > li")).hasSize(1);
        assertThat(third.page().select("a[rel=next]")).isEmpty();
        assertThat(first.text() + second.text() + third.text()).contains("Regu 0.", "Regu 99.");
        assertThat(first.text() + second.text() + third.text()).doesNotContain("Regu 100.");
        assertThat(StatementCount.during(() -> answering.get("/meja/janji")).stream()
                        .filter(s -> s.contains("from commitment")))
                .hasSize(1);
    }

    private void answered() {
        Http.Shown sent = answer(
                "teks", "Lubang ditambal sementara.",
                "janji_1", "Pengaspalan ulang 200 meter",
                "janji_oleh_1", "Bidang Bina Marga",
                "janji_tanggal_1", "2026-11-24",
                "janji_3", "Rambu sementara",
                "janji_oleh_3", "dinas perhubungan",
                "janji_tanggal_3", "2026-11-23");
        assertThat(sent.status).as(sent.text()).isEqualTo(200);
        assertThat(sent.text()).doesNotContain("Belum terkirim");
    }

    private Http.Shown answer(String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "aksi";
        all[fields.length + 1] = "kirim";
        return answering.get("/aduan/" + c.publicNumber()).submit(".cabang form", all);
    }

    private Http.Shown tracked() {
        return citizen.get("/lacak").submit("form[action$=/lacak]", "nomor", c.publicNumber(), "kode", code);
    }

    private static String list(Http officer) {
        return officer.get("/meja/janji").text();
    }

    private List<String> mails() {
        return sql.sql("select template from outbox where agency_id = ?")
                .param(c.agencyId())
                .query(String.class)
                .list();
    }
}
