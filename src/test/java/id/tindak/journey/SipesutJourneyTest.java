package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SIPESUT of DPRD Kutai Kartanegara, rows 1 to 8, over real HTTP: form, print, agenda, disposition to several parties, their written reports, the Secretary's approval, the report to the sender.
 */
@JourneyTest
class SipesutJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    DemoWorld.Founded w;
    Http citizen;
    String number;
    String code;
    final Map<String, Http> signedIn = new HashMap<>();

    @BeforeEach
    void filed() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/sipesut.yaml");
        citizen = world.browser(w);
        Http.Shown receipt = citizen.get("/lapor")
                .submit(
                        "form[action$=/lapor]",
                        "jenis",
                        "pengaduan",
                        "judul",
                        "Jembatan kayu lapuk",
                        "uraian",
                        "Jembatan yang dilewati anak sekolah sudah lapuk.",
                        "kategori",
                        "lain",
                        "nama",
                        "Halimah",
                        "alamat",
                        "Desa Contoh RT 02",
                        "hp",
                        "0812 3456 7890",
                        "email",
                        "halimah@contoh.invalid",
                        "benar",
                        "ya");
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        number = receipt.page().select("dd.nomor").getFirst().text();
        code = receipt.page().select("dd.nomor").getLast().text();
    }

    @Test
    void fromTheFormToTheReportWithTwoPartiesAtWorkSideBySide() {
        decide("rahmat", 0, "teks", "");
        decide("murni", 0, "teks", "");
        clock.setWib("2026-11-23T10:00");
        Http.Shown sekwan = show("yusuf");
        assertThat(sekwan.page().select("input[name=pihak]").eachAttr("value")).hasSize(7);
        assertThat(sekwan.text())
                .contains("Bagian Persidangan dan Perundang-undangan", "Intan Permatasari", "Komisi III")
                .contains("Dengan hormat agar", "Kepada pimpinan, komisi, dan anggota dewan");

        Http.Shown nobody = dispose("yusuf", List.of(), List.of(), "", "");
        assertThat(nobody.status).isEqualTo(422);
        assertThat(nobody.text()).contains("Pilih sedikitnya satu pihak.").contains("Belum terkirim");

        dispose(
                "yusuf",
                List.of(unit("BAG-SIDANG"), unit("KOMISI-3")),
                List.of("Siapkan jawaban", "Mohon arahan"),
                "2026-11-25",
                "Jadwalkan peninjauan sebelum reses.");
        assertThat(desk("yusuf")).doesNotContain(number);
        assertThat(show("murni").text())
                .contains("Bagian Persidangan dan Perundang-undangan Belum dibaca", "Siapkan jawaban")
                .contains("Jadwalkan peninjauan sebelum reses.", "tenggat");
        Element komisi = order("murni", "Komisi III");
        assertThat(komisi.text()).contains("Mohon arahan").doesNotContain("tenggat", "Siapkan jawaban");

        clock.setWib("2026-11-23T11:00");
        assertThat(desk("farid")).contains(number);
        assertThat(desk("bayu")).doesNotContain(number);
        assertThat(show("farid").text()).contains("Siapkan jawaban");
        assertThat(order("murni", "Bagian Persidangan").text()).contains("Dibaca Farid Anwar");
        decide("farid", 0, "teks", "Peninjauan Kamis, 26 November 2026.");
        assertThat(order("murni", "Bagian Persidangan").text()).contains("Melapor");
        assertThat(desk("yusuf")).as("the other party is still at it").doesNotContain(number);

        decide("nurdin", 0, "teks", "Komisi III mendukung peninjauan.");
        assertThat(desk("yusuf")).contains(number);
        Http.Shown back = show("yusuf");
        assertThat(back.page().select("input[name=kembali]")).hasSize(2);
        post(
                "yusuf",
                "/langkah",
                back,
                ".cabang form:has(input[name=cabang][value=1])",
                Map.of(
                        "kembali", List.of(unit("BAG-SIDANG")),
                        "teks", List.of("Sebutkan dinas yang bertanggung jawab."),
                        "aksi", List.of("kirim")));
        assertThat(desk("farid")).contains(number);
        assertThat(desk("nurdin")).doesNotContain(number);
        decide("farid", 0, "teks", "Dinas PU memperbaiki mulai 1 Desember 2026.");
        decide("yusuf", 0, "teks", "");
        decide("rahmat", 0, "teks", "Jembatan diperbaiki Dinas PU mulai 1 Desember 2026.");
        Http.Shown tracked = citizen.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
        assertThat(tracked.text()).contains("Jembatan diperbaiki Dinas PU", "Sudah dijawab");
        assertThat(tracked.text()).doesNotContain("Komisi III mendukung", "Farid", "Siapkan jawaban");
    }

    @Test
    void anOrderIsPassedOnAddedToAndTakenBack() {
        decide("rahmat", 0, "teks", "");
        decide("murni", 0, "teks", "");
        dispose("yusuf", List.of(unit("BAG-UMUM")), List.of("Tindak lanjuti sesuai ketentuan"), "", "");
        Http.Shown lestari = show("lestari");
        post(
                "lestari",
                "/disposisi/teruskan",
                lestari,
                "form[action$=/disposisi/teruskan]",
                Map.of("pihak", List.of(unit("BAG-FASILITASI")), "perintah", List.of("Telaah dan beri saran")));
        assertThat(desk("bayu")).contains(number);
        assertThat(desk("lestari")).as("she stays answerable").contains(number);
        assertThat(order("yusuf", "Bagian Fasilitasi").className()).isEqualTo("dalam-1");
        decide("bayu", 0, "teks", "Anggaran tersedia.");
        assertThat(desk("yusuf")).as("what was passed on ends with the party").doesNotContain(number);

        Http.Shown giver = show("yusuf");
        post(
                "yusuf",
                "/disposisi/tambah",
                giver,
                "form[action$=/disposisi/tambah]",
                Map.of("pihak", List.of(unit("KOMISI-1")), "perintah", List.of("Mohon tanggapan dan saran")));
        assertThat(desk("hasan")).contains(number);
        assertThat(show("bayu").status).as("an earlier party still sees it").isEqualTo(200);
        show("yusuf")
                .submit(
                        "li:contains(Komisi I) form[action$=/disposisi/tarik]",
                        "alasan",
                        "Sudah cukup dengan Bagian Umum.");
        assertThat(desk("hasan")).doesNotContain(number);
        assertThat(order("yusuf", "Komisi I").text()).contains("Ditarik");

        Http.Shown returned = show("lestari")
                .submit("form[action$=/kembalikan]", "ke", "5", "alasan", "Ini bidang Bagian Persidangan.");
        assertThat(returned.status).isEqualTo(200);
        assertThat(desk("yusuf")).contains(number);
        dispose(
                "yusuf",
                List.of("p-" + w.officers().get("intan") + "-" + w.units().get("BAG-SIDANG")),
                List.of(),
                "",
                "Mohon Ibu Intan.");
        assertThat(desk("intan")).contains(number);
        assertThat(desk("farid")).as("it names her, not the unit").doesNotContain(number);
        assertThat(show("farid").page().select("form[action$=/ambil]")).isEmpty();
        decide("intan", 0, "teks", "Selesai ditelaah.");
        assertThat(desk("yusuf")).contains(number);
    }

    @Test
    void whatIsNoPartyOrNoDayIsRefusedAndNothingTypedIsLost() {
        decide("rahmat", 0, "teks", "");
        decide("murni", 0, "teks", "");
        Http.Shown sunday = dispose(
                "yusuf", List.of(unit("BAG-UMUM")), List.of("Siapkan jawaban"), "2026-11-29", "Tulisan panjang saya.");
        assertThat(sunday.status).isEqualTo(422);
        assertThat(sunday.text()).contains("Hari itu kantor tutup.");
        assertThat(sunday.page().select("textarea[name=teks]").first().wholeText())
                .contains("Tulisan panjang saya.");
        assertThat(sunday.page().select("input[name=pihak][checked]").eachAttr("value"))
                .containsExactly(unit("BAG-UMUM"));
        assertThat(dispose("yusuf", List.of(unit("BAG-UMUM")), List.of("Siapkan jawaban"), "2026-11-20", "")
                        .text())
                .contains("Tenggat itu sudah lewat.");
        for (String evil : List.of("u-1", "sop", "p-1-1", "' or 1=1", "u-99999999999999999999"))
            assertThat(dispose("yusuf", List.of(evil), List.of("Siapkan jawaban"), "", "").status)
                    .as(evil)
                    .isEqualTo(422);
        assertThat(desk("yusuf")).contains(number);
    }

    private Http.Shown dispose(
            String officer, List<String> parties, List<String> instructions, String due, String note) {
        return post(
                officer,
                "/langkah",
                show(officer),
                ".cabang form:has(input[name=cabang][value=0])",
                Map.of(
                        "pihak", parties,
                        "perintah", instructions,
                        "tenggat", List.of(due),
                        "teks", List.of(note),
                        "aksi", List.of("kirim")));
    }

    /** Sends a form with several values in one field. */
    private Http.Shown post(
            String officer, String below, Http.Shown page, String form, Map<String, List<String>> fields) {
        Map<String, List<String>> all = new java.util.LinkedHashMap<>();
        for (Element hidden : page.page().select(form).first().select("input[type=hidden]"))
            all.computeIfAbsent(hidden.attr("name"), k -> new ArrayList<>()).add(hidden.val());
        all.putAll(fields);
        return in(officer).post("/aduan/" + number + below, all);
    }

    private void decide(String officer, int branch, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("aksi", "kirim"));
        Http.Shown after = show(officer)
                .submit(".cabang form:has(input[name=cabang][value=" + branch + "])", all.toArray(String[]::new));
        assertThat(after.status).as(after.text()).isEqualTo(200);
    }

    private Element order(String officer, String party) {
        return show(officer)
                .page()
                .select(".disposisi li:contains(" + party + ")")
                .last();
    }

    private Http in(String officer) {
        return signedIn.computeIfAbsent(officer, o -> world.signedIn(w, o));
    }

    private Http.Shown show(String officer) {
        return in(officer).get("/aduan/" + number);
    }

    private String desk(String officer) {
        return in(officer).get("/meja").text();
    }

    private String unit(String code) {
        return "u-" + w.units().get(code);
    }
}
