package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.message.PostRound;
import java.time.Duration;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * SOP Cilacap 061/0478/36 from the citizen's form to the answer, over real HTTP: address left empty, returned, completed, sent to
 * the wrong OPD, returned, right OPD, liaison, head, liaison, answer; across a lunch break and a weekend.
 */
@JourneyTest
class CilacapJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    DemoWorld.Founded w;
    Http citizen;
    String number;
    String code;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        w = world.agency();
        citizen = world.browser(w);
    }

    @Test
    void fromTheFormToTheAnswer() {
        Http ratna = world.signedIn(w, "ratna");
        Http dishub = world.signedIn(w, "rudi.dishub");
        Http admin = world.signedIn(w, "tono.perkim");
        Http liaison = world.signedIn(w, "lina.perkim");
        Http head = world.signedIn(w, "agus.perkim");

        clock.setWib("2026-11-26T11:50"); // Thursday, ten minutes before the break
        fileWithoutAddress();

        clock.setWib("2026-11-26T13:02"); // the break does not count: 10 + 2 minutes used
        assertThat(desk(ratna)).contains("sisa 3 menit");
        returnToReporter(ratna, "Mohon lengkapi alamat Anda.");
        assertThat(tracking()).contains("Mohon lengkapi alamat Anda.");

        clock.setWib("2026-11-27T10:00");
        assertThat(desk(ratna)).contains("Waktu berhenti dihitung", "tersisa 3 menit");
        completeAddress("Jalan Melati 14, RT 03 RW 05");

        assertThat(desk(ratna)).contains("sisa 3 menit").doesNotContain("Waktu berhenti dihitung");
        clock.setWib("2026-11-27T10:01");
        decide(ratna, 0, "tujuan", unit("DISHUB"), "teks", "");
        assertThat(desk(ratna)).doesNotContain(number);

        clock.setWib("2026-11-27T10:25");
        assertThat(desk(dishub)).contains("terlambat 9 menit");
        decide(dishub, 1, "teks", "Bukan kewenangan kami, lampu ini milik Disperkim.");

        assertThat(desk(ratna)).contains("sisa 15 menit");
        clock.setWib("2026-11-27T16:25"); // Friday, five minutes before the end
        decide(ratna, 0, "tujuan", unit("PERKIM"), "teks", "");

        clock.setWib("2026-11-30T07:35"); // Monday: five minutes on Friday, five today
        assertThat(desk(admin)).contains("sisa 5 menit");
        assertThat(desk(dishub)).doesNotContain(number);
        decide(admin, 0, "teks", "");
        clock.forward(Duration.ofMinutes(5));
        decide(liaison, 0, "teks", "");
        clock.forward(Duration.ofMinutes(20));
        assertThat(desk(head)).contains("sisa 40 menit");
        decide(head, 0, "teks", "Dua lampu diganti malam ini.");
        decide(liaison, 0, "teks", "");
        clock.forward(Duration.ofMinutes(3));
        String casePage = admin.get("/aduan/" + number).text();
        assertThat(casePage).as("the returns stand on the path").contains("kembali");
        decide(admin, 0, "teks", "Dua lampu di tikungan sudah kami ganti pada 30 November 2026.");

        assertThat(tracking()).contains("Dua lampu di tikungan sudah kami ganti");
        assertThat(desk(admin)).doesNotContain(number);
        assertThat(mail())
                .as("the address was never confirmed: number and link, no text")
                .doesNotContain("Dua lampu di tikungan");
    }

    @Test
    void theAnswerComesByMailOnceTheAddressIsConfirmed() {
        Http ratna = world.signedIn(w, "ratna");
        Http admin = world.signedIn(w, "tono.perkim");
        Http liaison = world.signedIn(w, "lina.perkim");
        Http head = world.signedIn(w, "agus.perkim");
        fileWithoutAddress();
        String link = mailLink();
        assertThat(new Http(world.root(), "").get(link).text()).contains(number);
        decide(ratna, 0, "tujuan", unit("PERKIM"), "teks", "");
        decide(admin, 0, "teks", "");
        decide(liaison, 0, "teks", "");
        decide(head, 0, "teks", "Sudah dikerjakan.");
        decide(liaison, 0, "teks", "");
        decide(admin, 0, "teks", "Lampu sudah menyala kembali.");
        assertThat(mail()).contains("Lampu sudah menyala kembali.");
    }

    private void fileWithoutAddress() {
        Http.Shown form = citizen.get("/lapor");
        Http.Shown receipt = form.submit(
                "form[action$=/lapor]",
                "jenis",
                "pengaduan",
                "judul",
                "Lampu jalan padam di tikungan SDN 2",
                "uraian",
                "Lampu jalan di tikungan SDN 2 padam sejak Jumat malam, tiang nomor 117 dan 118.",
                "kategori",
                "pju",
                "kecamatan",
                "Cilacap Tengah",
                "patokan",
                "Tikungan SDN 2",
                "sifat",
                "TERBUKA",
                "jenis_pelapor",
                "perseorangan",
                "nama",
                "Siti Aminah",
                "email",
                "siti@contoh.invalid",
                "benar",
                "ya");
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        number = Objects.requireNonNull(find(receipt, "[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}"));
        code = Objects.requireNonNull(find(receipt, "\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b"));
    }

    private static String find(Http.Shown page, String pattern) {
        var m = java.util.regex.Pattern.compile(pattern).matcher(page.text());
        assertThat(m.find()).as(page.text()).isTrue();
        return m.group();
    }

    private String desk(Http officer) {
        Http.Shown desk = officer.get("/meja");
        assertThat(desk.status).isEqualTo(200);
        return desk.text();
    }

    private String tracking() {
        Http.Shown page = citizen.get("/lacak/" + number);
        if (page.status != 200
                || !page.text().contains("Siti") && page.page().selectFirst("form[action$=/lacak]") != null) {
            page = citizen.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
        }
        assertThat(page.status).as(page.text()).isEqualTo(200);
        return page.text();
    }

    private void completeAddress(String address) {
        citizen.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
        Http.Shown sent = citizen.get("/lacak/" + number)
                .submit("form[action$=" + number + "]", "alamat", address, "isi", "Alamat saya sudah saya isi.");
        assertThat(sent.status).as(sent.text()).isEqualTo(200);
    }

    private void returnToReporter(Http officer, String reason) {
        decide(officer, 1, "teks", reason);
    }

    private void decide(Http officer, int branch, String... fields) {
        Http.Shown page = officer.get("/aduan/" + number);
        assertThat(page.status).as(page.text()).isEqualTo(200);
        Element hidden = page.page().selectFirst("form[action$=/langkah] input[name=cabang][value=" + branch + "]");
        assertThat(hidden)
                .as("the step offers branch " + branch + ": " + page.text())
                .isNotNull();
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "aksi";
        all[fields.length + 1] = "kirim";
        Http.Shown after = page.submit("form[action$=/langkah]:has(input[name=cabang][value=" + branch + "])", all);
        assertThat(after.status).as(after.text()).isEqualTo(200);
        assertThat(after.page().selectFirst(".galat, .pesan-salah"))
                .as(after.text())
                .isNull();
    }

    private String unit(String code) {
        return Long.toString(Objects.requireNonNull(w.units().get(code)));
    }

    /** All mails that left so far, one after the other, as the page "Surat keluar" of the demo shows them. */
    private String mail() {
        PostRound.deliver(program);
        Http anybody = world.browser(w);
        StringBuilder all = new StringBuilder();
        for (Element link : anybody.get("/surat-keluar").page().select("main a[href*=surat-keluar/]")) {
            all.append(anybody.get(link.absUrl("href")).text()).append('\n');
        }
        return all.toString();
    }

    private String mailLink() {
        var link = java.util.regex.Pattern.compile("https?://\\S+kode=\\S+").matcher(mail());
        assertThat(link.find()).as("the receipt carries a link").isTrue();
        return link.group();
    }
}
