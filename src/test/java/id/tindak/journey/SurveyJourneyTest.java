package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaints;
import id.tindak.message.PostRound;
import id.tindak.paper.PdfJudge;
import id.tindak.survey.Ikm;
import id.tindak.survey.Surveys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The survey of satisfaction (PermenPANRB 14/2017) over real HTTP: how the reporter of a case is asked and answers so that nobody can tell that it was he, visitors on a tablet and with a pen, and
 * what the office and the public see of it.
 */
@JourneyTest
class SurveyJourneyTest {

    private static final List<String> ELEMENTS = List.of(
            "PERSYARATAN", "PROSEDUR", "WAKTU", "BIAYA", "PRODUK", "KOMPETENSI", "PERILAKU", "SARANA", "PENGADUAN");

    private static final String FORM = "form[action*=/survei/]";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    @Autowired
    Surveys surveys;

    @Autowired
    Agencies agencies;

    @Autowired
    Complaints complaints;

    @Autowired
    Limits limits;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-24T09:00");
        limits.forget();
        walk = new Walk(world, "demo/cilacap.yaml");
    }

    @Test
    void theReporterIsAskedByMailAndNobodyCanTellWhoAnswered() {
        answered("email", "siti@contoh.invalid");
        int before = events();
        String path = asked("siti@contoh.invalid");
        Http somebody = world.browser(walk.w);
        Http.Shown form = somebody.get(path);
        assertThat(form.text())
                .contains("Survei kepuasan masyarakat", "1 dari 9, Persyaratan", "9 dari 9, Penanganan pengaduan")
                .doesNotContain(walk.number, "Lampu jalan", "Siti");
        assertThat(form.page().select("input[checked], option[selected]"))
                .as("nothing is chosen beforehand")
                .isEmpty();
        assertThat(form.page().select("fieldset.unsur")).hasSize(9);

        Http.Shown gap = form.submit(FORM, "PERSYARATAN", "3", "saran", "Petugasnya sabar.", "umur", "dua puluh");
        assertThat(gap.status).isEqualTo(422);
        assertThat(gap.text()).contains("Pilih jawaban untuk unsur \"Biaya/tarif\".", "Tulis usia dengan angka");
        assertThat(gap.page().select("textarea[name=saran]").text()).isEqualTo("Petugasnya sabar.");
        assertThat(gap.page().select("input[name=PERSYARATAN][checked]").attr("value"))
                .isEqualTo("3");
        for (String bad : List.of("0", "5", "4.0", "x", "-1"))
            assertThat(form.submit(FORM, filled("3", "WAKTU", bad)).status)
                    .as(bad)
                    .isEqualTo(422);

        Http.Shown thanks = form.submit(
                FORM, filled("3", "umur", "41", "kelamin", "P", "pendidikan", "SMA", "saran", "Petugasnya sabar."));
        assertThat(thanks.url).endsWith("/survei/terima-kasih");
        assertThat(thanks.text()).contains("Terima kasih").doesNotContain(walk.number);

        assertThat(somebody.get(path).text()).contains("Survei ini sudah diisi");
        Http.Shown again = form.submit(FORM, filled("1"));
        assertThat(again.text()).as("the same address a second time").contains("Survei ini sudah diisi");
        assertThat(ikm().respondents()).isEqualTo(1);
        assertThat(ikm().converted()).isEqualByComparingTo("75.00");
        Http.Shown results = walk.in("ratna").get("/meja/survei");
        assertThat(results.text())
                .contains("Survei kepuasan, Triwulan IV 2026", "75,00", "C, Kurang baik", "1 pelapor diundang");
        assertThat(results.text()).as("one respondent, and one by one").doesNotContain("Perempuan 1");

        assertThat(events()).as("the case does not tell that it was answered").isEqualTo(before);
        assertThat(walk.show("ratna").text()).contains("mengundang pelapor mengisi survei kepuasan");
        assertThat(sql.sql("""
                                select column_name || ' ' || data_type from information_schema.columns
                                where table_name in ('survey_response', 'survey_answer')
                                """).query(String.class).list())
                .as("an answer knows neither the case nor the moment")
                .noneMatch(c -> c.contains("complaint") || c.contains("token") || c.contains("timestamp"));
        assertThat(sql.sql("select used_on::text from survey_invitation where agency_id = ?")
                        .param(walk.w.agency().id())
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-24");
    }

    @Test
    void aCaseThatIsTakenUpAgainAsksNoSecondTime() {
        answered("email", "siti@contoh.invalid");
        asked("siti@contoh.invalid");
        walk.tracked().submit("form[action$=" + walk.number + "]", "isi", "Lampunya padam lagi.");
        clock.setWib("2026-11-25T09:00");
        walk.done("lina.perkim");
        walk.decide("tono.perkim", "", "teks", "Sudah diganti yang baru.");
        clock.setWib("2026-11-26T09:00");
        assertThat(mails("siti@contoh.invalid").stream().filter(m -> m.contains("Bagaimana pelayanan kami?")))
                .hasSize(1);
    }

    /** Whoever left no address finds the survey where he finds the answer, with the code. */
    @Test
    void whoeverLeftNoAddressIsAskedOnThePageOfTheCase() {
        answered();
        PostRound.deliver(program);
        Http.Shown tracked = walk.tracked();
        assertThat(tracked.text()).contains("Bagaimana pelayanan kami?");
        String path = path(tracked.page().select("a[href*=/survei/]").attr("href"));
        assertThat(world.browser(walk.w).get("/lacak").submit("form[action$=/lacak]", "nomor", walk.number).body)
                .as("the number alone offers nothing")
                .doesNotContain("/survei/");
        world.browser(walk.w).get(path).submit(FORM, filled("4"));
        assertThat(walk.tracked().body).doesNotContain("/survei/");
        assertThat(ikm().converted()).isEqualByComparingTo("100.00");
    }

    @Test
    void anAddressThatIsNoneIsToldKindlyAndGuessingCosts() {
        Http guesser = world.browser(walk.w).from("198.51.100.77");
        Http.Shown none = guesser.get("/survei/AAAAAAAAAAAAAAAA");
        assertThat(none.status).isEqualTo(404);
        assertThat(none.text()).contains("Alamat survei tidak dikenal");
        for (int i = 0; i < 12; i++) guesser.get("/survei/BBBBBBBBBBBBBBB" + i % 10);
        assertThat(guesser.get("/survei/AAAAAAAAAAAAAAAA").status).isEqualTo(429);
        answered("email", "siti@contoh.invalid");
        String path = asked("siti@contoh.invalid");
        limits.forget();
        assertThat(world.browser(new Walk(world, "demo/cilacap.yaml").w).get(path).status)
                .as("another agency's")
                .isEqualTo(404);
        assertThat(world.browser(walk.w).get(path.toLowerCase(java.util.Locale.ROOT)).status)
                .as("typed in small letters")
                .isEqualTo(200);
    }

    /** Mojokerto's procedure does not know the survey: there it is the agency's own decision. */
    @Test
    void whereTheProcedureDoesNotSayItTheAgencyDecides() {
        for (String always : List.of("tidak", "ya")) {
            walk = new Walk(world, "demo/mojokerto.yaml");
            agencies.set(walk.w.agency().id(), Map.of("survei_selalu", always), null);
            walk.file(
                    "jenis", "pengaduan",
                    "judul", "Trotoar rusak",
                    "uraian", "Trotoar di depan sekolah rusak.",
                    "kategori", "lain",
                    "nama", "Yanti",
                    "email", "yanti@contoh.invalid",
                    "tujuan", walk.unitId("DPU"));
            walk.decide("operator.dpu", "Bersifat segera dan umum");
            walk.decide("operator.dpu", "", "teks", "Trotoar sedang diperbaiki.");
            walk.decide("redaktur", "Layak");
            walk.decide("koordinator", "");
            clock.forward(java.time.Duration.ofHours(2));
            boolean heard = mails("yanti@contoh.invalid").stream().anyMatch(m -> m.contains("Bagaimana pelayanan"));
            assertThat(heard).as(always).isEqualTo(always.equals("ya"));
        }
    }

    @Test
    void aVisitorAnswersOnTheTabletAndNothingIsLeftForTheNext() {
        Http.Shown opened = walk.in("ratna")
                .get("/meja/survei/loket")
                .submit("main form[action$=/loket]", "unit", walk.unitId("DUKCAPIL"));
        String address = opened.page().select(".kode").text();
        assertThat(address).contains("/survei/loket/");
        Http tablet = world.browser(walk.w);
        Http.Shown start = tablet.get(address);
        assertThat(start.text()).contains("Mulai mengisi").doesNotContain("Masuk petugas");
        Http.Shown form = tablet.get(start.page().select("a.tombol").attr("abs:href"));
        assertThat(form.headers.get("cache-control").getFirst()).contains("no-store");
        assertThat(form.headers.get("refresh").getFirst()).startsWith("300;");
        assertThat(form.submit(FORM, "WAKTU", "2").status).isEqualTo(422);
        Http.Shown thanks = form.submit(FORM, filled("2"));
        assertThat(thanks.url).endsWith("/selesai");
        assertThat(thanks.headers.get("refresh").getFirst()).startsWith("20;").contains("/survei/loket/");
        form.submit(FORM, filled("2"));
        assertThat(unitIkm("DUKCAPIL").respondents())
                .as("a second click counts once")
                .isEqualTo(1);
        Http.Shown fresh = tablet.get(start.page().select("a.tombol").attr("abs:href"));
        assertThat(fresh.page().select("input[checked]")).isEmpty();
        fresh.submit(FORM, filled("4"));
        assertThat(unitIkm("DUKCAPIL").respondents()).isEqualTo(2);
        assertThat(unitIkm("DUKCAPIL").converted()).isEqualByComparingTo("75.00");
        assertThat(unitIkm("PERKIM").converted()).isNull();

        assertThat(tablet.get(address + "x").status).isEqualTo(404);
        assertThat(world.browser(new Walk(world, "demo/cilacap.yaml").w).get(path(address)).status)
                .as("another agency's")
                .isEqualTo(404);
        clock.setWib("2026-11-25T08:00");
        assertThat(tablet.get(address).text()).contains("Alamat tablet ini tidak berlaku lagi.");
    }

    @Test
    void paperFormsAreTypedInNineDigitsEach() {
        Http bagus = walk.in("bagus");
        String path = "/meja/survei/kertas";
        Http.Shown page = bagus.get(path);
        for (String wrong : List.of("", "34434443", "3443444345", "344344a34", "344544434", "000000000"))
            assertThat(page.submit("form[action$=/kertas]", "nilai", wrong).status)
                    .as(wrong)
                    .isEqualTo(422);
        assertThat(page.submit("form[action$=/kertas]", "nilai", "344344434", "hari", "2026-11-25")
                        .text())
                .contains("Tanggal survei tidak boleh di depan.");
        Http.Shown stored = page.submit(
                "form[action$=/kertas]",
                "nilai",
                "344 344 430",
                "hari",
                "2026-11-20",
                "paruh",
                "SIANG",
                "unit",
                walk.unitId("DISHUB"));
        assertThat(stored.text()).contains("Formulir ke-1 hari ini tersimpan: 344344430");
        assertThat(stored.page().select("input[name=hari]").last().val()).isEqualTo("2026-11-20");
        assertThat(stored.page().select("input#nilai").val()).isEmpty();
        assertThat(stored.page().select("input#nilai").hasAttr("autofocus")).isTrue();
        page.submit("form[action$=/kertas]", "nilai", "344344430", "hari", "2026-11-20", "unit", walk.unitId("DISHUB"));
        assertThat(unitIkm("DISHUB").converted())
                .as("nobody answered the last element")
                .isNull();
        Http.Shown mistyped = stored.submit("form[action$=/kertas]", "nilai", "111111111");
        assertThat(mistyped.text()).contains("Formulir ke-2");
        assertThat(mistyped.submit("form[action$=/batal]").text()).contains("Formulir itu dibatalkan.");
        stored.submit("form[action$=/kertas]", "nilai", "344344434", "kunci", "77");
        assertThat(unitIkm("DISHUB").respondents()).isEqualTo(2);
        assertThat(unitIkm("DISHUB").elements().getLast().answered()).isEqualTo(1);
        assertThat(sql.sql("select distinct entered_by from survey_response where agency_id = ?")
                        .param(walk.w.agency().id())
                        .query(Long.class)
                        .list())
                .containsExactly(walk.w.officers().get("bagus"));
        assertThat(walk.in("admin").get("/kelola/peristiwa").text()).contains("salah ketik dibatalkan");
        byte[] paper = bagus.bytes("/meja/survei/formulir").body();
        assertThat(Walk.pdf(paper))
                .contains("KUESIONER SURVEI KEPUASAN MASYARAKAT (SKM)", "1. Bagaimana pendapat Saudara")
                .contains("Dikelola dengan baik");
        assertThat(PdfJudge.faults(paper)).isEmpty();
    }

    @Test
    void theTableAndTheSheetSayWhatTheRegulationAsks() throws IOException {
        Http ratna = walk.in("ratna");
        type("444444444", "344344434", "333333333", "222322230");
        assertThat(ratna.get("/meja/survei/tabel.csv").status)
                .as("four could be recognised")
                .isEqualTo(404);
        type("434343434");
        String csv =
                new String(ratna.bytes("/meja/survei/tabel.csv?masa=2026-T4").body(), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList())
                .contains("\"No. responden\",\"U1\",\"U2\",\"U3\",\"U4\",\"U5\",\"U6\",\"U7\",\"U8\",\"U9\"")
                .contains("\"Jumlah nilai per unsur\",16,16,17,16,17,16,17,16,15")
                .contains("\"Banyaknya yang menjawab\",5,5,5,5,5,5,5,5,4")
                .contains("\"NRR per unsur\",3.200,3.200,3.400,3.200,3.400,3.200,3.400,3.200,3.750")
                .contains("\"Jumlah NRR tertimbang\",3.328")
                .contains("\"IKM unit pelayanan (x 25)\",83.19")
                .contains("\"Mutu pelayanan\",\"B (Baik)\"");
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(
                        ratna.bytes("/meja/survei/tabel.xlsx?masa=2026-T4").body()));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            stream.forEach(r -> rows.add(r.stream()
                    .map(c -> c == null || c.getRawValue() == null ? "" : c.getText())
                    .toList()));
        }
        assertThat(rows).anySatisfy(r -> assertThat(r).startsWith("IKM unit pelayanan (x 25)", "83.19"));
        byte[] sheet = ratna.bytes("/meja/survei/lembar?masa=2026-T4").body();
        assertThat(Walk.pdf(sheet))
                .contains("INDEKS KEPUASAN MASYARAKAT (IKM)", "Triwulan IV 2026", "83,19", "Mutu B, Baik")
                .contains("Rencana tindak lanjut", "U1 Persyaratan", "1 Oktober 2026 sampai 31 Desember 2026");
        assertThat(PdfJudge.faults(sheet)).isEmpty();
        assertThat(ratna.get("/meja/survei?populasi=1000").text()).contains("278", "dari 1.000 orang");

        agencies.set(walk.w.agency().id(), Map.of("survei_urutan", "peraturan"), null);
        assertThat(ratna.get("/meja/survei").text())
                .as("the same answers under the other order")
                .contains("U8 Penanganan pengaduan", "U9 Sarana dan prasarana")
                .contains("83,19");
    }

    @Test
    void suggestionsAreCoveredAndCanBeErased() {
        Http ratna = walk.in("ratna");
        ratna.get("/meja/survei/kertas")
                .submit("form[action$=/kertas]", "nilai", "333333333", "saran", "Pak Darto ramah, HP 0812-3456-7890.");
        Http.Shown results = ratna.get("/meja/survei");
        assertThat(results.text()).contains("Pak ••• ramah, HP •••.");
        assertThat(results.body).doesNotContain("Darto", "0812");
        assertThat(walk.in("auditor").get("/meja/survei").page().select("form[action*=/saran/]"))
                .isEmpty();
        assertThat(results.submit("form[action*=/saran/]").text())
                .contains("Saran itu sudah dihapus")
                .doesNotContain("ramah, HP");
        assertThat(ikm().respondents()).as("the values stay").isEqualTo(1);
        assertThat(sql.sql("select count(*) from survey_response where agency_id = ? and suggestion is not null")
                        .param(walk.w.agency().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thePublicSeesTheResultsWhereTheAgencyShowsThem() {
        Http anybody = world.browser(walk.w);
        assertThat(anybody.get("/survei").status).isEqualTo(404);
        agencies.set(walk.w.agency().id(), Map.of("survei_publik", "ya"), null);
        type("444444444", "344344434", "333333333", "222322230");
        assertThat(anybody.get("/survei").text())
                .contains("Respondennya masih kurang dari 5")
                .doesNotContain("83,");
        type("434343434");
        Http.Shown shown = anybody.get("/survei");
        assertThat(shown.text()).contains("83,19", "B, Baik", "Tiga unsur terendah", "U1 Persyaratan");
        assertThat(shown.page().select("form[method=post], .pesan")).isEmpty();
        assertThat(anybody.get("/survei?masa=2026-11-24").text())
                .as("no single day")
                .contains("Triwulan IV 2026");
    }

    @Test
    void theSurveyIsOpenToTheWholeAgencysDeskAlone() {
        for (String path : List.of("/meja/survei", "/meja/survei/loket", "/meja/survei/kertas", "/meja/survei/lembar"))
            assertThat(walk.in("tono.perkim").get(path).status).as(path).isEqualTo(404);
        assertThat(walk.in("auditor").get("/meja/survei").status).isEqualTo(200);
        assertThat(walk.in("auditor").get("/meja/survei/kertas").status).isEqualTo(403);
        assertThat(walk.in("ratna").get("/meja").page().select("nav a[href$=/meja/survei]"))
                .hasSize(1);
    }

    /** A complaint that was answered at 11.15. */
    private void answered(String... person) {
        List<String> all = new ArrayList<>(List.of(
                "jenis", "pengaduan",
                "judul", "Lampu jalan padam di tikungan SDN 2",
                "uraian", "Lampu jalan di tikungan SDN 2 padam sejak Jumat malam.",
                "kategori", "pju",
                "kecamatan", "Cilacap Tengah",
                "patokan", "Tikungan SDN 2",
                "sifat", "TERBUKA",
                "jenis_pelapor", "perseorangan",
                "nama", "Siti Aminah",
                "alamat", "Jalan Melati 14"));
        all.addAll(List.of(person));
        walk.file(all.toArray(String[]::new));
        walk.decide("ratna", "Lengkap", "tujuan", walk.unitId("PERKIM"), "teks", "");
        walk.decide("tono.perkim", "Sesuai");
        walk.done("lina.perkim");
        walk.decide("agus.perkim", "", "teks", "Sudah dikerjakan.");
        walk.done("lina.perkim");
        walk.decide("tono.perkim", "", "teks", "Lampu sudah menyala kembali.");
    }

    /** Path of the form as the invitation names it. */
    private String asked(String to) {
        String mail = mails(to).stream()
                .filter(m -> m.contains("Bagaimana pelayanan kami?"))
                .findFirst()
                .orElseThrow();
        assertThat(mail).contains("Isi survei").doesNotContain("kode rahasia");
        return path(mail.substring(mail.indexOf("http")));
    }

    private static String path(String address) {
        Matcher m = Pattern.compile("/survei/(loket/)?[\\w.-]+").matcher(address);
        assertThat(m.find()).as(address).isTrue();
        return m.group();
    }

    /** What was mailed to somebody, with where the buttons lead. */
    private List<String> mails(String to) {
        PostRound.deliver(program);
        Http anybody = world.browser(walk.w);
        List<String> all = new ArrayList<>();
        for (String link : anybody.get("/surat-keluar")
                .page()
                .select("tr:contains(" + to + ") a")
                .eachAttr("abs:href")) {
            Http.Shown mail = anybody.get(link);
            all.add(mail.text() + " " + mail.page().select("main a.tombol").attr("href"));
        }
        return all;
    }

    private void type(String... forms) {
        for (String digits : forms)
            assertThat(walk.in("ratna")
                            .get("/meja/survei/kertas")
                            .submit("form[action$=/kertas]", "nilai", digits)
                            .status)
                    .isEqualTo(200);
    }

    /** Every element with this value, then what differs. */
    private static String[] filled(String value, String... more) {
        List<String> all = new ArrayList<>();
        ELEMENTS.forEach(e -> all.addAll(List.of(e, value)));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int events() {
        return complaints
                .events(complaints.byNumber(walk.w.agency().id(), walk.number).orElseThrow())
                .size();
    }

    private Ikm ikm() {
        return surveys.ikm(walk.w.agency().id(), LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), null);
    }

    private Ikm unitIkm(String code) {
        return surveys.ikm(
                walk.w.agency().id(),
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-11-30"),
                walk.w.units().get(code));
    }
}
