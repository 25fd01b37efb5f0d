package id.tindak.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.base.StatementCount;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasures;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.handling.CaseClock;
import id.tindak.handling.Oversight;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.Http.Shown;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.portal.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency keeps SP4N-LAPOR! in step by hand: export in, answers out, both states and both clocks beside each other. */
@JourneyTest
@Import({Office.class, FakeLapor.class})
class LaporTest {

    private static final String HEAD =
            "Tracking ID;Judul Laporan;Isi Laporan;Tanggal Laporan;Status;Nama Pelapor;Anonim;Rahasia;Klasifikasi\n";
    private static final String TWO = HEAD
            + "8123456;Lampu padam;\"Lampu jalan padam.\nSejak Jumat.\";12/11/2026 08:15;Belum ditindaklanjuti;Wati Contoh;Tidak;Tidak;Pengaduan\n"
            + "8123457;Usul taman;Mohon dibuat taman di alun-alun;2026-11-20;Proses;Joko Contoh;Ya;Tidak;Aspirasi\n";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    LaporImports imports;

    @Autowired
    LaporReports reports;

    @Autowired
    LaporSync sync;

    @Autowired
    FakeLapor there;

    @Autowired
    Complaints complaints;

    @Autowired
    Erasures erasures;

    @Autowired
    Oversight oversight;

    @Autowired
    ReporterVerbs reporters;

    @Autowired
    Agencies agencies;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Http ratna;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        limits.forget();
        w = world.agency();
        ratna = world.signedIn(w, "ratna");
    }

    @Test
    void anExportBecomesCasesAndTheSameFileAgainChangesStatesAlone() {
        Shown columns = upload(ratna, "lapor.csv", TWO);
        assertThat(columns.text()).contains("Arti kolom", "2 baris", "Lampu jalan padam");
        assertThat(columns.page().select("option[selected]").eachAttr("value"))
                .containsExactly(
                        "nomor", "judul", "isi", "tanggal", "keadaan", "nama", "anonim", "rahasia", "klasifikasi");
        Shown preview = columns.submit("form[action$=/kolom]");
        assertThat(preview.text())
                .contains("Ambil 2 laporan", "12 November 2026", "nama disimpan tertutup", "terbuka; nama disimpan");
        assertThat(complaintsHere()).as("a preview takes nothing").isZero();

        Shown running = preview.submit("main form[method=post]");
        assertThat(running.text()).contains("Sedang diambil", "0 dari 2 baris");
        assertThat(running.headers).containsKey("refresh");
        imports.takeIn();
        Shown result = ratna.get(inside(running.url));
        assertThat(result.text()).contains("Hasil impor", "Baru 2", "Tidak diambil 0");
        assertThat(result.headers).doesNotContainKey("refresh");

        Complaint first = caseOf("8123456");
        assertThat(first.channel()).isEqualTo("lapor");
        assertThat(first.privacy()).isEqualTo(Privacy.TERBUKA);
        assertThat(caseOf("8123457").privacy()).isEqualTo(Privacy.IDENTITAS_DISEMBUNYIKAN);
        assertThat(caseOf("8123457").kind()).isEqualTo("aspirasi");
        Shown page = ratna.get("/aduan/" + first.publicNumber());
        assertThat(page.text())
                .contains(
                        "8123456",
                        "Belum ditindaklanjuti",
                        "Dijawab di LAPOR!",
                        "Mulai ditindaklanjuti di LAPOR!",
                        "12 November 2026");
        assertThat(world.browser(w).get("/lacak/" + first.publicNumber()).text())
                .doesNotContain("LAPOR! (");
        assertThat(sql.sql("select count(*) from outbox where agency_id = ? and complaint_id is not null")
                        .params(w.agency().id())
                        .query(Integer.class)
                        .single())
                .as("nobody is written to who has no address of ours")
                .isZero();
        assertThat(office.chainFaults(first)).isEmpty();

        Shown again = take(ratna, TWO.replace("Belum ditindaklanjuti", "Proses"));
        assertThat(again.text()).contains("Baru 0", "Keadaan berubah 1", "Sudah ada 1");
        assertThat(complaintsHere()).isEqualTo(2);
        assertThat(ratna.get("/aduan/" + first.publicNumber()).text())
                .contains("mencatat keadaan di SP4N-LAPOR!: diproses");
        assertThat(cellsKept()).as("nothing of a row that was taken is kept").isZero();
    }

    @Test
    void theColumnsThatAPersonNamedAreRememberedForTheNextFile() {
        String odd = "Kode;Cerita warga\n8123456;Jalan berlubang di depan pasar\n";
        Shown columns = upload(ratna, "aneh.csv", odd);
        assertThat(columns.submit("form[action$=/kolom]").text()).contains("Pilih kolom untuk Nomor LAPOR!");
        Shown twice = columns.submit("form[action$=/kolom]", "kolom-0", "nomor", "kolom-1", "nomor");
        assertThat(twice.status).isEqualTo(422);
        assertThat(twice.text()).contains("sudah dipilih untuk kolom lain");
        Shown preview = columns.submit("form[action$=/kolom]", "kolom-0", "nomor", "kolom-1", "isi");
        assertThat(preview.text()).contains("Ambil 1 laporan", "1 laporan tanpa tanggal masuk");
        assertThat(upload(ratna, "aneh.csv", odd)
                        .page()
                        .select("option[selected]")
                        .eachAttr("value"))
                .containsExactly("nomor", "isi");
    }

    @Test
    void aRowThatCannotBeTakenSaysWhyAndCanBeDownloadedDefused() {
        String rows = HEAD
                + "8200001;a;Jalan rusak;kemarin;Proses;=HYPERLINK(\"http://jahat.invalid\");Tidak;Tidak;Pengaduan\n"
                + ";b;Tanpa nomor;12/11/2026;Proses;X;Tidak;Tidak;Pengaduan\n"
                + "8200003;c;Sudah lama selesai;12/11/2026;Selesai;X;Tidak;Tidak;Pengaduan\n"
                + "8200004;d;Jembatan putus;12/11/2026;Digantung;X;Tidak;Tidak;Pengaduan\n";
        Shown preview = upload(ratna, "campur.csv", rows).submit("form[action$=/kolom]");
        assertThat(preview.text())
                .contains(
                        "Ambil 1 laporan",
                        "Tanggal tidak terbaca: kemarin",
                        "Nomor LAPOR! kosong",
                        "Sudah selesai di LAPOR! (Selesai)",
                        "belum dikenal: Digantung");
        assertThat(ratna.get(inside(preview.url) + "?selesai=ya").text()).contains("Ambil 2 laporan");
        Shown result = started(ratna, preview);
        assertThat(result.text()).contains("Baru 1", "Tidak diambil 3", "kemarin", "dibuang 30 hari sesudah impor");
        String csv = ratna.get(inside(result.url) + "/ditolak.csv").body;
        assertThat(csv).contains("Tanggal tidak terbaca: kemarin", "'=HYPERLINK", "Alasan tidak diambil");
        assertThat(csv).doesNotContain(";=HYPERLINK", ";\"=HYPERLINK", "Jembatan putus");
        assertThat(reports.of(caseOf("8200004")).orElseThrow().state()).isEqualTo("Digantung");

        clock.forward(Duration.ofDays(31));
        imports.expire();
        assertThat(cellsKept()).isZero();
        assertThat(world.signedIn(w, "ratna").get(inside(result.url)).status)
                .as("headings and all")
                .isEqualTo(404);
    }

    @Test
    void aFileThatIsNoneGetsASentence() {
        Map.of(
                        "%PDF-1.7 laporan", "Itu PDF, bukan tabel",
                        "<html><table></table></html>", "halaman web yang disebut Excel",
                        "Tracking ID;Isi\n", "hanya berisi kepala kolom",
                        "satu\ndua\n", "Tidak ada tabel")
                .forEach((content, sentence) -> {
                    Shown page = upload(ratna, "lapor.csv", content);
                    assertThat(page.status).as(content).isEqualTo(422);
                    assertThat(page.text()).contains(sentence);
                });
        assertThat(new Sender(ratna.get("/meja/sp4n/impor"), "form[action$=/impor]")
                        .by(ratna)
                        .text())
                .contains("Pilih berkasnya");
    }

    @Test
    void nobodyElseSeesAnImport() {
        String mine = inside(upload(ratna, "lapor.csv", TWO).url);
        assertThat(world.signedIn(w, "bagus").get(mine).status).isEqualTo(404);
        assertThat(world.signedIn(w, "dewi.dpupr").get("/meja/sp4n/impor").status)
                .isEqualTo(404);
        assertThat(world.signedIn(w, "dewi.dpupr").get("/meja/sp4n").status).isEqualTo(404);
        DemoWorld.Founded other = world.agency();
        assertThat(world.signedIn(other, "ratna").get(mine).status).isEqualTo(404);
    }

    @Test
    void twoOfficersWithTheSameFileAtOnceMakeNoDoubles() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 40; i++)
            rows.append(8300000 + i)
                    .append(";a;Laporan ke-")
                    .append(i)
                    .append(";12/11/2026;Proses;X;Tidak;Tidak;Pengaduan\n");
        for (String officer : List.of("ratna", "bagus")) {
            Http http = world.signedIn(w, officer);
            Shown preview = upload(http, "sama.csv", rows.toString()).submit("form[action$=/kolom]");
            preview.submit("main form[method=post]");
        }
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Object> one = () -> {
                imports.takeIn();
                return null;
            };
            for (Future<Object> done : both.invokeAll(List.of(one, one))) done.get();
        }
        imports.takeIn();
        assertThat(complaintsHere()).isEqualTo(40);
        assertThat(sql.sql(
                                "select outcome, count(*) from lapor_import_row where agency_id = ? group by outcome order by 1")
                        .params(w.agency().id())
                        .query((rs, i) -> rs.getString(1) + rs.getInt(2))
                        .list())
                .containsExactly("BARU40", "SUDAH40");
    }

    @Test
    void whatWasCutOffGoesOnWithoutDoubles() {
        Shown preview = upload(ratna, "lapor.csv", TWO).submit("form[action$=/kolom]");
        preview.submit("main form[method=post]");
        imports.takeIn();
        // as if the power had gone after the first row was committed and before the import knew of the second
        sql.sql("update lapor_import set finished_at = null where agency_id = ?")
                .params(w.agency().id())
                .update();
        sql.sql(
                        "update lapor_import_row set outcome = null, cells = (select replace(?, '|', chr(31))) where agency_id = ? and line = 2")
                .params(
                        "8123456|Lampu padam|Lampu jalan padam|12/11/2026|Proses|Wati|Tidak|Tidak|Pengaduan",
                        w.agency().id())
                .update();
        imports.takeIn();
        assertThat(complaintsHere()).isEqualTo(2);
        assertThat(ratna.get(inside(preview.url)).text()).contains("Hasil impor");
    }

    @Test
    void aNumberAtTheFrontDeskMakesOneCaseAndIsFoundByIt() {
        Shown saved = atDesk("8400001", "2026-11-16");
        String number = saved.page().selectFirst("dd.nomor").text();
        Shown twice = atDesk("#8400001", "");
        assertThat(twice.status).isEqualTo(422);
        assertThat(twice.text()).contains("sudah menjadi aduan", "Buka aduan " + number);
        assertThat(twice.page().select("main a[href$=/aduan/" + number + "]")).isNotEmpty();
        assertThat(complaintsHere()).isEqualTo(1);
        assertThat(ratna.get("/meja/cari?cari=8400001").text()).contains(number);
        assertThat(ratna.get("/aduan/" + number).text()).contains("16 November 2026", "SP4N-LAPOR!");
        Shown later = take(ratna, HEAD + "8400001;a;b;16/11/2026;Proses;X;Tidak;Tidak;Pengaduan\n");
        assertThat(later.text()).contains("Baru 0", "Keadaan berubah 1");

        Shown other = atDesk("8400002", "");
        String wrong = other.page().selectFirst("dd.nomor").text();
        Shown correct = ratna.get("/aduan/" + wrong + "/ralat");
        assertThat(correct.submit(
                                "form[action$=/ralat]",
                                "isian",
                                "nomor_luar",
                                "nilai",
                                "8400001",
                                "alasan",
                                "Salah salin.")
                        .text())
                .contains("sudah dipakai aduan lain");
        correct.submit("form[action$=/ralat]", "isian", "nomor_luar", "nilai", "8400003", "alasan", "Salah salin.");
        assertThat(reports.find(w.agency().id(), new TrackingId("8400003"))).isPresent();
        assertThat(reports.find(w.agency().id(), new TrackingId("8400002"))).isEmpty();
    }

    @Test
    void theAnswerIsPastedByHandAndBothClocksAreKept() {
        take(ratna, TWO);
        Complaint c = caseOf("8123456");
        assertThat(clocks(c)).containsExactlyInAnyOrder("LAPOR-JAWAB running", "LAPOR-MULAI running");
        answer(c, "Lampu di depan rumah Wati Contoh sudah menyala. NIK 3301010101010001, HP 0812-0000-3344.");
        assertThat(clocks(c))
                .as("LAPOR! does not know yet")
                .containsExactlyInAnyOrder("LAPOR-JAWAB running", "LAPOR-MULAI running");
        assertThat(ratna.get("/untuk-diketahui").text()).contains("menunggu ditempel di SP4N-LAPOR!");
        assertThat(ratna.get("/meja/sp4n").text()).contains("8123456", "Tempel di LAPOR!");
        assertThat(ratna.get("/meja/sp4n?lihat=tempel").text())
                .contains("8123456")
                .doesNotContain("8123457");

        Shown page = ratna.get("/aduan/" + c.publicNumber());
        assertThat(page.page().select("textarea#tempel")).as(page.text()).isNotEmpty();
        String text = page.page().selectFirst("textarea#tempel").wholeText();
        assertThat(text)
                .contains("sudah menyala", "23 November 2026", c.publicNumber(), "Perumahan")
                .doesNotContain("3301010101010001");
        Shown pasted = page.submit("form[action$=/sp4n/ditempel]");
        assertThat(pasted.text()).contains("sudah ditempel di LAPOR!", "Terakhir ditempel");
        assertThat(pasted.page().select("textarea#tempel")).isEmpty();
        assertThat(page.submit("form[action$=/sp4n/ditempel]").text()).contains("sudah dicatat");
        assertThat(clocks(c)).containsExactlyInAnyOrder("LAPOR-JAWAB stopped", "LAPOR-MULAI stopped");
        assertThat(world.signedIn(w, "ratna").get("/untuk-diketahui").text()).doesNotContain("menunggu ditempel");
        assertThat(ratna.get("/meja/sp4n").text()).contains("Di sini selesai, di LAPOR! belum");

        Shown kept = pasted.submit("form[action$=/sp4n/keadaan]", "keadaan", "Selesai", "sejak", "2026-11-23");
        assertThat(kept.text()).contains("Keadaan di LAPOR! dicatat: Selesai");
        assertThat(ratna.get("/meja/sp4n").text()).doesNotContain("8123456");
        assertThat(ratna.get("/meja/sp4n?lihat=semua").text()).contains("8123456");
        assertThat(pasted.submit("form[action$=/sp4n/keadaan]", "keadaan", "Entah").status)
                .isEqualTo(422);
        assertThat(pasted.submit("form[action$=/sp4n/keadaan]", "keadaan", "Proses", "sejak", "2026-11-01")
                        .text())
                .contains("tidak sebelum laporan masuk");
        assertThat(office.chainFaults(c)).isEmpty();
        assertThat(complaints.events(c).stream().map(e -> e.kind()))
                .contains("LAPOR_NUMBERED", "LAPOR_STATE", "LAPOR_TOLD");
    }

    @Test
    void aQuestionThatIsPastedIsNoAnswerAndWhatWasSaidMeanwhileStillWaits() {
        take(ratna, TWO);
        Complaint c = caseOf("8123456");
        office.decide(w, c, "ratna", 1, null, "Mohon sebutkan nomor tiangnya.");
        Shown asked = ratna.get("/aduan/" + c.publicNumber());
        assertThat(asked.page().selectFirst("textarea#tempel").wholeText()).contains("nomor tiangnya");
        long question = Long.parseLong(asked.page()
                .selectFirst("form[action$=/ditempel] input[name=teks]")
                .val());
        assertThat(reports.told(w.agency().id(), c.id(), question + 1, Office.id(w, "ratna")))
                .as("no text of this case")
                .isFalse();
        assertThat(reports.told(w.agency().id(), c.id(), 7, Office.id(w, "ratna")))
                .isFalse();
        Shown said =
                ratna.get("/aduan/" + c.publicNumber()).submit("form[action$=/pesan]", "isi", "Petugas datang besok.");
        assertThat(said.status).as(said.text()).isEqualTo(200);
        asked.submit("form[action$=/sp4n/ditempel]");
        assertThat(clocks(c))
                .as("somebody is at it, nothing is answered")
                .containsExactlyInAnyOrder("LAPOR-JAWAB running", "LAPOR-MULAI stopped");
        assertThat(ratna.get("/aduan/" + c.publicNumber())
                        .page()
                        .selectFirst("textarea#tempel")
                        .wholeText())
                .contains("Petugas datang besok");
        assertThat(ratna.get("/untuk-diketahui").text())
                .as("the task stays")
                .contains("menunggu ditempel di SP4N-LAPOR!");
        ratna.get("/aduan/" + c.publicNumber()).submit("form[action$=/sp4n/ditempel]");
        assertThat(ratna.get("/untuk-diketahui").text()).doesNotContain("menunggu ditempel");
        assertThat(clocks(c)).contains("LAPOR-JAWAB running");
    }

    @Test
    void whatIsOverOnBothSidesIsPutAsideUntilSomethingHappensToIt() {
        take(ratna, TWO);
        Complaint c = caseOf("8123456");
        answer(c, "Lampu sudah menyala.");
        clock.forward(Duration.ofHours(2));
        reports.settle();
        assertThat(aside()).as("LAPOR! does not know yet").isZero();
        ratna.get("/aduan/" + c.publicNumber()).submit("form[action$=/sp4n/ditempel]");
        reports.state(w.agency().id(), c.id(), "Selesai", null, Office.id(w, "ratna"));
        reports.settle();
        assertThat(aside()).as("it was only just told").isZero();
        clock.forward(Duration.ofHours(2));
        reports.settle();
        assertThat(aside()).isEqualTo(1);
        ratna = world.signedIn(w, "ratna");
        assertThat(ratna.get("/meja/sp4n").text()).doesNotContain("8123456");
        assertThat(ratna.get("/meja/sp4n?lihat=semua")
                        .page()
                        .select("ul.terbit > li")
                        .eachText())
                .as("behind those that are worked on")
                .hasSize(2)
                .last()
                .asString()
                .contains("8123456");
        reporters.write(
                w.agency().id(),
                c.id(),
                "Padam lagi sejak tadi malam.",
                new ReporterVerbs.Supplied(null, null, null, null),
                List.of());
        assertThat(aside()).isZero();
        assertThat(ratna.get("/meja/sp4n").text()).contains("8123456");
    }

    @Test
    void theListAndTheAdapterLookAtNothingThatWasPutAside() {
        take(ratna, TWO);
        long c = caseOf("8123456").id();
        sql.sql("""
                insert into complaint select (jsonb_populate_record(c, jsonb_build_object('id', c.id + 1000000 + g, 'public_number', 'X' || g,
                    'submission_key', 'x' || g, 'closed_at', now(), 'outcome', 'SELESAI'))).*
                from complaint c cross join generate_series(1, 2000) g where c.agency_id = ? and c.id = ?
                """).params(w.agency().id(), c).update();
        sql.sql("""
                insert into lapor_report (agency_id, tracking_id, complaint_id, reported_at, state, meaning, state_at)
                select agency_id, 'x' || id, id, received_at, 'Selesai', 'SELESAI', received_at from complaint where agency_id = ? and public_number like 'X%'
                """).param(w.agency().id()).update();
        sql.sql("analyze lapor_report").update();
        String here = Integer.toString(w.agency().id());
        String me = Long.toString(Office.id(w, "ratna"));
        assertThat(plan(LaporQuery.Part.BEDA, here, me, "'-infinity'", "0", "51"))
                .contains("lapor_report_stirred")
                .doesNotContain("Seq Scan on lapor_report");
        assertThat(plan(LaporQuery.Part.SEMUA, here, me, "'-infinity'", "0", here, me, "0", "51", "51"))
                .contains("lapor_report_stirred", "lapor_report_settled")
                .doesNotContain("Seq Scan on lapor_report");
        int seen = 0;
        LaporQuery.After next = LaporQuery.After.START;
        for (int page = 0; page < 3; page++) {
            LaporReports.Page found =
                    reports.list(w.agency().id(), Office.id(w, "ratna"), new LaporQuery(LaporQuery.Part.SEMUA, next));
            seen += found.lines().size();
            next = java.util.Objects.requireNonNull(found.next());
        }
        assertThat(seen).isEqualTo(150);
        assertThat(next.due()).isEqualTo("infinity");
    }

    /** How the database would go about the list; these are its blanks in their order. */
    private String plan(LaporQuery.Part part, String... blanks) {
        LaporQuery first = new LaporQuery(part, LaporQuery.After.START);
        String statement =
                StatementCount.during(() -> reports.list(w.agency().id(), Office.id(w, "ratna"), first)).stream()
                        .filter(s -> s.contains("lapor_report"))
                        .findFirst()
                        .orElseThrow();
        for (String blank : blanks) statement = statement.replaceFirst("\\?", blank);
        return String.join(
                "\n", sql.sql("explain " + statement).query(String.class).list());
    }

    private int aside() {
        return sql.sql("select count(*) from lapor_report where agency_id = ? and stirred_at is null")
                .params(w.agency().id())
                .query(Integer.class)
                .single();
    }

    @Test
    void oneReportThatGoesWrongHoldsUpNoOther() {
        there.agencies.add(w.agency().id());
        try {
            for (String number : List.of("8610001", "8610002", "8610003"))
                there.changes.add(new LaporAdapter.Change(
                        told(number, number.endsWith("1") ? "Lampu \0 padam" : "Lampu di tiang 7 padam."),
                        Instant.parse("2026-11-20T02:00:00Z")));
            there.broken.add("8610002");
            sync.round();
            assertThat(complaintsHere()).isEqualTo(2);
            assertThat(reports.trouble(w.agency().id()).orElseThrow()).contains("8610001");
            answer(caseOf("8610002"), "Lampu sudah menyala.");
            answer(caseOf("8610003"), "Lampu sudah menyala.");
            sync.round();
            assertThat(there.answers).containsKey("8610003").doesNotContainKey("8610002");
            assertThat(reports.trouble(w.agency().id()).orElseThrow()).contains("8610002: laporan terkunci");
            there.broken.clear();
            there.changes.removeFirst();
            sync.round();
            assertThat(there.answers).containsKey("8610002");
            assertThat(reports.trouble(w.agency().id())).isEmpty();
        } finally {
            there.agencies.clear();
            there.changes.clear();
            there.broken.clear();
        }
    }

    private static Reported told(String number, String text) {
        return new Reported(
                new TrackingId(number),
                Instant.parse("2026-11-20T02:00:00Z"),
                "Belum ditindaklanjuti",
                "pengaduan",
                null,
                "Lampu padam",
                text,
                Privacy.TERBUKA,
                "Wati Contoh",
                null,
                null,
                null);
    }

    @Test
    void theDeskShowsAClockOfLaporThatRunsOut() {
        take(ratna, TWO);
        assertThat(ratna.get("/meja").text()).contains("LAPOR!: terlambat");
        assertThat(ratna.get("/meja/sp4n?lihat=jam").text()).contains("8123456");
        assertThat(ratna.get("/meja").page().select("span.cap.kudu").eachText())
                .anyMatch(t -> t.startsWith("LAPOR!: terlambat"));
    }

    @Test
    void whatIsSaidToAllegeAbuseOfPowerHasItsOwnLimit() {
        take(ratna, TWO);
        Complaint c = caseOf("8123456");
        oversight.allege(w.agency().id(), Office.id(w, "ratna"), c.id(), "inspektorat", Set.of(), "Dugaan pungli.");
        assertThat(clocks(c)).contains("LAPOR-JAWAB stopped", "LAPOR-JAWAB-60 running");
        CaseClock sixty = office.now(c).clocks().stream()
                .filter(k -> k.kind().equals("LAPOR-JAWAB-60"))
                .findFirst()
                .orElseThrow();
        assertThat(sixty.startedAt()).isEqualTo(Instant.parse("2026-11-12T01:15:00Z"));
    }

    @Test
    void anErasedReporterDoesNotComeBackWithTheNextExport() {
        take(ratna, TWO);
        Complaint c = caseOf("8123456");
        answer(c, "Sudah menyala.");
        sql.sql("update complaint set closed_at = now() where agency_id = ? and id = ?")
                .params(w.agency().id(), c.id())
                .update();
        assertThat(erasures.erase(w.agency().id(), Office.id(w, "admin"), c.id(), "Permintaan pelapor"))
                .isNull();
        assertThat(sql.sql("select count(*) from lapor_report where agency_id = ? and tracking_id like '%8123456%'")
                        .params(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(take(ratna, TWO).text()).contains("Baru 0", "Sudah ada 2");
        assertThat(complaintsHere()).isEqualTo(2);
    }

    @Test
    void theListCostsAFewStatementsAndGoesOnByPages() {
        StringBuilder rows = new StringBuilder(HEAD);
        IntStream.range(0, 60)
                .forEach(i -> rows.append(8500000 + i)
                        .append(";a;Laporan ")
                        .append(i)
                        .append(";12/11/2026;Proses;X;Tidak;Tidak;Pengaduan\n"));
        take(ratna, rows.toString());
        Shown[] page = new Shown[1];
        List<String> statements = StatementCount.during(() -> page[0] = ratna.get("/meja/sp4n?lihat=semua")).stream()
                .filter(s -> !s.toLowerCase(Locale.ROOT).contains("session"))
                .toList();
        assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(6);
        assertThat(page[0].page().select("ul.terbit > li")).hasSize(50);
        Shown next = ratna.get(inside(page[0].page().selectFirst("a[rel=next]").absUrl("href")));
        assertThat(next.page().select("ul.terbit > li")).hasSize(10);
        assertThat(ratna.get("/meja/sp4n?lihat=semua&sesudah=2026-99-99T00:00:00Z&id=x").status)
                .isEqualTo(200);
    }

    @Test
    void anAdapterKeepsBothSidesInStepByItself() {
        there.agencies.add(w.agency().id());
        try {
            there.changes.add(new LaporAdapter.Change(
                    told("8600001", "Lampu di tiang 7 padam."), Instant.parse("2026-11-20T02:00:00Z")));
            sync.round();
            sync.round();
            Complaint c = caseOf("8600001");
            assertThat(complaintsHere()).isEqualTo(1);
            answer(c, "Lampu sudah menyala.");
            assertThat(ratna.get("/untuk-diketahui").text())
                    .as("nobody has to paste")
                    .doesNotContain("menunggu ditempel");
            there.down = true;
            sync.round();
            assertThat(there.answers).isEmpty();
            assertThat(ratna.get("/meja/sp4n").text()).contains("belum dapat dihubungi");
            there.down = false;
            sync.round();
            sync.round();
            assertThat(there.answers.get("8600001")).contains("Lampu sudah menyala.");
            assertThat(there.keys).as("told once").hasSize(1);
            assertThat(there.states).containsEntry("8600001", Meaning.SELESAI);
            assertThat(clocks(c)).allMatch(k -> k.endsWith("stopped"));
            assertThat(ratna.get("/meja/sp4n").text()).doesNotContain("belum dapat dihubungi", "8600001");
        } finally {
            there.agencies.clear();
            there.changes.clear();
        }
    }

    @Test
    void aCaseOfAnotherChannelHasNoPanel() {
        Complaint c = office.file(w, "Lampu padam", "Tiang 117.");
        assertThat(ratna.get("/aduan/" + c.publicNumber()).page().select("#sp4n"))
                .isEmpty();
        assertThat(NewComplaint.title("x")).isEqualTo("x");
    }

    private void answer(Complaint c, String text) {
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        for (String officer : List.of("tono.perkim", "lina.perkim", "agus.perkim", "lina.perkim"))
            office.decide(w, c, officer, 0, null, "Diperiksa.");
        office.decide(w, c, "tono.perkim", 0, null, text);
    }

    private List<String> clocks(Complaint c) {
        return office.now(c).clocks().stream()
                .filter(CaseClock::outside)
                .map(k -> k.kind() + (k.stoppedAt() == null ? " running" : " stopped"))
                .toList();
    }

    private Shown atDesk(String lapor, String since) {
        return new Sender(ratna.get("/meja-depan?masuk=lapor"), "form[action$=/meja-depan]")
                .with("nomor_luar", lapor)
                .with("tanggal_lapor", since)
                .with("judul", "Jalan berlubang")
                .with("uraian", "Jalan kabupaten berlubang di kilometer tiga.")
                .by(ratna);
    }

    private Shown upload(Http http, String name, String content) {
        return new Sender(http.get("/meja/sp4n/impor"), "form[action$=/impor]")
                .file(name, "text/csv", content.getBytes(StandardCharsets.UTF_8))
                .by(http);
    }

    private Shown take(Http http, String content) {
        return started(http, upload(http, "lapor.csv", content).submit("form[action$=/kolom]"));
    }

    private Shown started(Http http, Shown preview) {
        Shown running = preview.submit("main form[method=post]");
        imports.takeIn();
        return http.get(inside(running.url));
    }

    private String inside(String url) {
        String path = url.contains("://") ? url.substring(world.root().length()) : url;
        return path.substring(("/" + w.agency().slug()).length());
    }

    private Complaint caseOf(String tracking) {
        return complaints
                .byId(
                        w.agency().id(),
                        reports.find(w.agency().id(), new TrackingId(tracking))
                                .orElseThrow()
                                .complaintId())
                .orElseThrow();
    }

    private int complaintsHere() {
        return sql.sql("select count(*) from complaint where agency_id = ?")
                .params(w.agency().id())
                .query(Integer.class)
                .single();
    }

    private int cellsKept() {
        return sql.sql("select count(*) from lapor_import_row where agency_id = ? and cells <> ''")
                .params(w.agency().id())
                .query(Integer.class)
                .single();
    }
}
