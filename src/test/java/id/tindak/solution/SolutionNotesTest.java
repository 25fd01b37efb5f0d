package id.tindak.solution;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Chain;
import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.journey.Http;
import id.tindak.journey.Http.Shown;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The library of solution notes over real HTTP, at the procedure that asks for it (SMS/WA, rows 2, 4 and 5). */
@JourneyTest
@Import(Office.class)
class SolutionNotesTest {

    private static final String QUESTION = "Kapan puskesmas buka pada hari Sabtu?";
    private static final String ANSWER = "Puskesmas buka pada hari Sabtu sampai pukul 14.00.";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    Agencies agencies;

    @Autowired
    AgencyEvents events;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/saran.yaml");
    }

    private Http as(String officer) {
        return world.signedIn(w, officer);
    }

    private Shown write(String officer, String... fields) {
        List<String> all = new ArrayList<>(List.of("pertanyaan", QUESTION, "jawaban", ANSWER));
        all.addAll(List.of(fields));
        return as(officer)
                .get("/catatan-solusi/baru")
                .submit("form[action$=/catatan-solusi/baru]", all.toArray(String[]::new));
    }

    /** Written by one, approved by another. */
    private String approved(String... fields) {
        String note = write("wulan", fields).url;
        Shown shown = as("harun").get(note).submit("form[action$=/setujui]");
        assertThat(shown.text()).contains("Catatan disetujui dan sekarang ditawarkan.");
        return note;
    }

    private Complaint file(String title) {
        return office.file(w, title, "Mohon penjelasannya.");
    }

    private Shown open(Complaint c) {
        return as("wulan").get("/aduan/" + c.publicNumber());
    }

    private static List<String> offered(Shown page) {
        return page.page().select("section[aria-labelledby=siap] li > a").eachText();
    }

    private Shown search(String words) {
        return as("dimas").get("/catatan-solusi?cari=" + words);
    }

    private static List<String> found(Shown list) {
        return list.page().select("main .serupa li > a").eachText();
    }

    /** Answers at once, by the branch that says so and the step that sends it. */
    private void answer(Complaint c, String text) {
        office.decide(w, c, "wulan", 1, null, "");
        office.decide(w, c, "wulan", 0, null, text);
    }

    /** Presses "Pakai jawaban ini": the button sends the step's own form, with what is typed there. */
    private Shown press(Http http, Complaint c, String word, String... typed) {
        String path = "/aduan/" + c.publicNumber();
        Map<String, List<String>> values = http.get(path).values("#formulir-cabang-1", typed);
        values.put("pakai", List.of(word));
        return http.post(path + "/pakai", values);
    }

    @Test
    void theSameFormSentTwiceIsOneNote() {
        Http wulan = as("wulan");
        Map<String, List<String>> typed =
                new LinkedHashMap<>(wulan.get("/catatan-solusi/baru").values("form[action$=/baru]"));
        typed.put("pertanyaan", List.of("Di mana mengurus akta?"));
        typed.put("jawaban", List.of("Di loket 3, pukul 08.00 sampai 14.00."));
        String first = wulan.post("/catatan-solusi/baru", typed).url;
        assertThat(wulan.post("/catatan-solusi/baru", typed).url).isEqualTo(first);
    }

    @Test
    void aNoteIsOfferedOnceASecondPersonApprovedItAndWaitsAgainAfterAChange() {
        Complaint c = file("Jam buka puskesmas");
        Shown written = write("wulan", "dasar", "Perbup 12/2025 Pasal 3", "kategori", "lain");
        assertThat(written.text()).contains("menunggu persetujuan", "Perbup 12/2025 Pasal 3", "Wulan Sari");
        assertThat(written.page().select("form[action$=/setujui]")).isEmpty();
        assertThat(offered(open(c))).isEmpty();
        assertThat(open(c).text()).contains("Belum ada catatan atau jawaban yang cocok.");

        Http wulan = as("wulan");
        Shown own = wulan.get(written.url);
        Map<String, List<String>> forged = own.values("form[action$=/ubah]");
        Shown refused = wulan.post(written.url + "/setujui", forged);
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("Yang menulis teks ini tidak dapat menyetujuinya");

        assertThat(as("harun").get(written.url).submit("form[action$=/setujui]").text())
                .contains("Disetujui oleh Harun Rasyid");
        assertThat(offered(open(c))).containsExactly(QUESTION);
        assertThat(open(c).text()).contains(ANSWER, "Perbup 12/2025 Pasal 3");

        own = as("dimas").get(written.url).submit("form[action$=/ubah]", "jawaban", "Buka sampai 15.00.");
        assertThat(own.text()).contains("menunggu persetujuan", "Dimas Adi");
        assertThat(offered(open(c))).isEmpty();
        assertThat(as("dimas").get(written.url).page().select("form[action$=/setujui]"))
                .as("dimas wrote the text as it stands")
                .isEmpty();
        assertThat(as("wulan").get(written.url).submit("form[action$=/setujui]").status)
                .isEqualTo(200);
        assertThat(offered(open(c))).containsExactly(QUESTION);
    }

    @Test
    void whoApprovesMustHaveReadTheTextAsItStands() {
        String note = write("wulan").url;
        Shown read = as("harun").get(note);
        as("wulan").get(note).submit("form[action$=/ubah]", "jawaban", "Tutup.");
        Shown late = read.submit("form[action$=/setujui]");
        assertThat(late.status).isEqualTo(422);
        assertThat(late.text()).contains("baru saja diubah orang lain", "Tutup.");
    }

    @Test
    void aNoteIsFoundByANearSpellingAndByWhatTheAgencyCallsTheSame() {
        approved("pertanyaan", "Kapan penerangan jalan yang padam diperbaiki?", "jawaban", "Dalam tiga hari kerja.");
        approved();
        assertThat(found(search("penerangn"))).containsExactly("Kapan penerangan jalan yang padam diperbaiki?");
        assertThat(found(search("PJU"))).isEmpty();
        assertThat(search("PJU").text()).contains("Tidak ditemukan.");
        assertThat(offered(open(file("Penerangn jln padam"))))
                .containsExactly("Kapan penerangan jalan yang padam diperbaiki?");

        agencies.set(
                w.agency().id(),
                Map.of("sinonim", "penerangan jalan, PJU, lampu jalan\nmati, padam"),
                Office.id(w, "admin"));
        assertThat(found(search("PJU"))).containsExactly("Kapan penerangan jalan yang padam diperbaiki?");
        assertThat(offered(open(file("PJU mati total")))).hasSize(1);
        assertThat(offered(open(file("Jam buka puskesmas"))))
                .as("what has nothing to do with it is not offered")
                .containsExactly(QUESTION);
        assertThat(as("dimas").get("/meja/cari?cari=penerangan+jalan").text())
                .as("the words hold for the search of complaints too")
                .contains("PJU mati total");
    }

    @Test
    void anExpiredOrWithdrawnNoteIsShownAsSuchAndNeverOffered() {
        String note = approved("berlaku", "2026-11-24");
        Complaint c = file("Jam buka puskesmas");
        Shown page = open(c);
        assertThat(offered(page)).hasSize(1);
        String word = page.page().select("button[name=pakai]").attr("value");
        clock.setWib("2026-11-25T09:00");
        assertThat(offered(open(c))).isEmpty();
        assertThat(press(as("wulan"), c, word).text()).contains("Jawaban itu tidak dapat dipakai lagi");
        assertThat(found(as("dimas").get("/catatan-solusi?tampil=kedaluwarsa"))).containsExactly(QUESTION);
        assertThat(as("dimas").get(note).text()).contains("Sudah lewat masa berlakunya dan tidak ditawarkan");
        assertThat(write("wulan", "berlaku", "2026-11-24").text()).contains("Tanggal itu sudah lewat.");

        String other = approved();
        assertThat(offered(open(c))).hasSize(1);
        assertThat(as("harun").get(other).submit("form[action$=/tarik]", "alasan", "").status)
                .isEqualTo(422);
        assertThat(as("harun")
                        .get(other)
                        .submit("form[action$=/tarik]", "alasan", "Perbup diganti.")
                        .text())
                .contains("Ditarik oleh Harun Rasyid", "Perbup diganti.");
        assertThat(offered(open(c))).isEmpty();
        assertThat(as("harun").get(other).page().select("main form[method=post]"))
                .isEmpty();
    }

    @Test
    void theOfficerClicksEditsAndSendsAndTheEventSaysFromWhichNoteItCame() {
        String note = approved();
        String id = note.substring(note.lastIndexOf('/') + 1);
        Complaint c = file("Jam buka puskesmas");
        Http wulan = as("wulan");
        Shown page = wulan.get("/aduan/" + c.publicNumber());
        assertThat(page.page().select("button[name=pakai]").attr("form"))
                .as("the branch that says that an answer lies ready")
                .isEqualTo("formulir-cabang-1");
        Shown taken = press(wulan, c, "catatan-" + id, "teks", "Terima kasih atas sarannya.");
        assertThat(taken.text()).contains("Jawaban ada di formulir langkah sebagai draf", "lihat catatannya");
        assertThat(taken.page().select("#cabang-1-teks").first().wholeText().strip())
                .as("what was typed stays")
                .isEqualTo("Terima kasih atas sarannya.\n\n" + ANSWER);
        assertThat(taken.page().select("details:has(#formulir-cabang-1)").hasAttr("open"))
                .isTrue();
        assertThat(complaints.events(c)).noneMatch(e -> e.facts().containsKey("source"));

        Shown sent = taken.submit("#formulir-cabang-1", "teks", "Buka Sabtu sampai pukul 14.00.", "aksi", "kirim");
        assertThat(sent.status).as(sent.text()).isEqualTo(200);
        Shown answering = wulan.get("/aduan/" + c.publicNumber());
        assertThat(answering.page().select("textarea[name=teks]").first().wholeText())
                .contains("Buka Sabtu sampai pukul 14.00.");
        assertThat(answering.page().select(".tindakan input[name=asal]").attr("value"))
                .isEqualTo("catatan-" + id);
        answering.submit("#formulir-cabang-0", "aksi", "kirim");

        assertThat(complaints.events(c))
                .filteredOn(e -> e.kind().equals("ANSWERED"))
                .singleElement()
                .satisfies(e -> assertThat(e.facts()).containsEntry("source", "catatan-" + id));
        assertThat(open(c).text()).contains("mengirim jawaban kepada pelapor, berawal dari catatan solusi");
        assertThat(wulan.get(note).text()).contains("dipakai 1 kali");
    }

    @Test
    void aNoteThatDoesNotExistIsNotSaidToBeTheSource() {
        Complaint c = file("Jam buka puskesmas");
        Http wulan = as("wulan");
        Shown page = wulan.get("/aduan/" + c.publicNumber());
        Map<String, List<String>> values = page.values("#formulir-cabang-1", "teks", "Sudah buka.", "aksi", "kirim");
        values.put("asal", List.of("catatan-4711"));
        assertThat(wulan.post("/aduan/" + c.publicNumber() + "/langkah", values).status)
                .isEqualTo(200);
        assertThat(complaints.events(c)).noneMatch(e -> e.facts().containsKey("source"));
    }

    @Test
    void anEarlierAnswerIsOfferedWithoutItsReportersNameAndAConfidentialOneNever() {
        Complaint earlier = file("Jam buka puskesmas Kroya");
        answer(earlier, "Ibu Siti Aminah, puskesmas buka sampai sore.");
        Complaint secret = office.file(w, "Jam buka puskesmas Maos", "Petugasnya kasar.", Privacy.RAHASIA);
        answer(secret, "Sudah kami tegur.");
        Complaint running = file("Jam buka puskesmas Adipala");

        Complaint c = file("Jam buka puskesmas");
        Http wulan = as("wulan");
        Shown page = wulan.get("/aduan/" + c.publicNumber());
        assertThat(offered(page)).containsExactly("Jam buka puskesmas Kroya");
        assertThat(page.text()).contains("puskesmas buka sampai sore").doesNotContain("Sudah kami tegur");
        assertThat(press(wulan, c, "aduan-" + secret.publicNumber()).text())
                .contains("Jawaban itu tidak dapat dipakai lagi");
        assertThat(press(wulan, c, "aduan-" + running.publicNumber()).text())
                .contains("Jawaban itu tidak dapat dipakai lagi");
        Shown taken = press(wulan, c, "aduan-" + earlier.publicNumber());
        assertThat(taken.page().select("#cabang-1-teks").first().wholeText().strip())
                .isEqualTo("Ibu …, puskesmas buka sampai sore.");
        taken.submit("#formulir-cabang-1", "teks", "Puskesmas buka sampai sore.", "aksi", "kirim");
        assertThat(open(c).text()).contains("berawal dari jawaban aduan " + earlier.publicNumber());
    }

    @Test
    void aClosedCaseBecomesANoteWithoutTheDataOfItsReporter() {
        Complaint c = file("Jam buka puskesmas Kroya");
        assertThat(open(c).page().select("a[href*=catatan-solusi/baru]")).isEmpty();
        assertThat(as("wulan").get("/catatan-solusi/baru?aduan=" + c.publicNumber()).status)
                .as("not while it runs")
                .isEqualTo(404);
        answer(c, "Ibu Siti, puskesmas buka sampai pukul 14.00.");
        Http wulan = as("wulan");
        Shown form = wulan.get(wulan.get("/aduan/" + c.publicNumber())
                .page()
                .select("a[href*=catatan-solusi/baru]")
                .first()
                .absUrl("href"));
        assertThat(form.text())
                .contains("Hapus data pribadi", "Masih ada data pelapor di teks ini (disamarkan): S.")
                .doesNotContain("Siti Aminah");
        assertThat(form.page().select("#pertanyaan").attr("value")).isEqualTo("Jam buka puskesmas Kroya");
        Shown refused = form.submit("form[action$=/baru]");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.page().select("#jawaban-salah").text()).isEqualTo("Hapus data pelapor dari isian ini: S.");
        Shown number = refused.submit("form[action$=/baru]", "jawaban", "Hubungi 081200003390.", "bukan_nama", "ya");
        assertThat(number.page().select("#jawaban-salah").text()).contains("•••• •••• 390");
        Shown stored = number.submit("form[action$=/baru]", "jawaban", "Puskesmas buka sampai pukul 14.00.");
        assertThat(stored.text()).contains("Catatan disimpan dan menunggu persetujuan.", c.publicNumber());
        assertThat(stored.submit("form[action$=/ubah]", "jawaban", "Tanyakan Siti.").status)
                .as("nor may the name come in later")
                .isEqualTo(422);

        Complaint secret = office.file(w, "Jam buka puskesmas Maos", "Petugasnya kasar.", Privacy.RAHASIA);
        answer(secret, "Sudah kami tegur.");
        assertThat(open(secret).page().select("a[href*=catatan-solusi/baru]")).isEmpty();
        assertThat(wulan.get("/catatan-solusi/baru?aduan=" + secret.publicNumber()).status)
                .isEqualTo(404);
    }

    @Test
    void everyActIsAnEventOfTheAgencyThatHoldsNoText() {
        String note = approved();
        as("dimas").get(note).submit("form[action$=/ubah]", "jawaban", "Buka sampai 15.00.");
        as("harun").get(note).submit("form[action$=/tarik]", "alasan", "Perbup diganti.");
        List<Chain> all = events.page(w.agency().id(), Integer.MAX_VALUE, 4);
        assertThat(all.reversed())
                .extracting(Chain::kind)
                .containsExactly("SOLUTION_WRITTEN", "SOLUTION_APPROVED", "SOLUTION_CHANGED", "SOLUTION_WITHDRAWN");
        assertThat(all)
                .allSatisfy(e -> assertThat(e.line()).doesNotContain("uskesmas", "15.00", "diganti"))
                .extracting(e -> e.facts().get("note"))
                .containsOnly(note.substring(note.lastIndexOf('/') + 1));
    }

    @Test
    void anotherAgencyHasALibraryOfItsOwn() {
        String note = approved();
        DemoWorld.Founded other = world.agency("demo/saran.yaml");
        Http stranger = world.signedIn(other, "harun");
        assertThat(stranger.get("/catatan-solusi" + note.substring(note.lastIndexOf('/'))).status)
                .isEqualTo(404);
        assertThat(found(stranger.get("/catatan-solusi"))).isEmpty();
        assertThat(stranger.get("/catatan-solusi").text()).contains("Tidak ada catatan di sini.");
    }

    @Test
    void theCardCostsTheCasePageOneQuestionMore() {
        approved();
        answer(file("Jam buka puskesmas Kroya"), "Sampai sore.");
        Complaint c = file("Jam buka puskesmas");
        Http wulan = as("wulan");
        wulan.get("/aduan/" + c.publicNumber());
        List<String> statements =
                StatementCount.during(() -> assertThat(offered(wulan.get("/aduan/" + c.publicNumber())))
                                .hasSize(2))
                        .stream()
                        .filter(s -> !s.toLowerCase(Locale.ROOT).contains("session"))
                        .toList();
        assertThat(statements).hasSizeLessThanOrEqualTo(7);
        assertThat(statements.stream().filter(s -> s.contains("solution_note"))).hasSize(1);
    }
}
