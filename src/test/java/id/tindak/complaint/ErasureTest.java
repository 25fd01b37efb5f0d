package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Limits;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reporter who is erased is found nowhere afterwards, and the record still verifies. */
@JourneyTest
@Import(Office.class)
class ErasureTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    UnclaimedFiles files;

    @Autowired
    FileStore store;

    @Autowired
    Limits limits;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;
    Http admin;
    List<String> others = List.of();

    @BeforeEach
    void answered() {
        clock.setWib("2026-11-23T09:31");
        limits.forget();
        w = office.open();
        others = store.olderThan(w.agency().id(), clock.instant().plus(Duration.ofDays(99)));
        admin = world.signedIn(w, "admin");
        admin.get("/kelola/buku?ubah=surat-keluar").submit("#formulir", "templat", "400.9/{urut:000}/{tahun}");
        c = office.file(w, "Sumur Siti Aminah kering", "Saya Siti Aminah, sumur saya kering.");
        complaints.confirmEmail(c, "siti@contoh.invalid", clock.instant());
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "Ibu Siti sudah dihubungi.");
        office.decide(w, c, "sri.dpupr", 0, null, "Sumur Siti Aminah dikuras.");
        office.decide(w, c, "joko.dpupr", 0, null, "");
    }

    @Test
    void nothingOfThePersonIsLeftAndTheChainIsWhole() {
        Http dewi = world.signedIn(w, "dewi.dpupr");
        dewi.get("/aduan/" + c.publicNumber())
                .attach(
                        ".cabang form",
                        "berkas",
                        "siti-aminah.txt",
                        "sumur Siti",
                        "teks",
                        "Sumur Ibu Siti dikuras.",
                        "aksi",
                        "kirim");
        PostRound.deliver(program); // the letter is made, with the name
        Http ratna = world.signedIn(w, "ratna");
        Http.Shown entry = ratna.get("/buku/surat-keluar/2026/1");
        assertThat(entry.status).isEqualTo(200);
        entry.submit(
                "form[action$=/ralat]:has(select)", "isian", "penerima", "nilai", "Siti A.", "alasan", "Disingkat.");
        assertThat(places())
                .contains("reporter", "message", "paper", "book_field", "book_correction", "outbox", "complaint");
        assertThat(kept()).as("the letter and the attachment").isNotEmpty();

        assertThat(erase(c.publicNumber(), c.publicNumber()).text()).contains("belum ditutup");
        close();
        assertThat(erase(c.publicNumber(), "lain").text()).contains("Kedua nomor tidak sama.");
        assertThat(places()).contains("reporter");
        assertThat(erase(c.publicNumber(), c.publicNumber()).text()).contains("sudah dihapus.");

        assertThat(places()).isEmpty();
        assertThat(office.chainFaults(c)).isEmpty();
        List<String> before = kept();
        clock.forward(Duration.ofHours(25));
        files.sweep();
        assertThat(before).isNotEmpty();
        assertThat(kept()).as("no file of the case is left").isEmpty();
        Http.Shown shown = ratna.get("/aduan/" + c.publicNumber());
        assertThat(shown.status).isEqualTo(200);
        assertThat(shown.text())
                .contains("Data pelapor sudah dihapus", "menghapus data pelapor dan semua tulisan")
                .doesNotContain("Siti");
        assertThat(ratna.get("/buku/surat-keluar/2026/1").text())
                .contains("400.9/001/2026")
                .doesNotContain("Siti");
        Http.Shown print = ratna.get("/aduan/" + c.publicNumber() + "/naskah/surat-jawaban");
        assertThat(print.status).isIn(200, 404);
    }

    @Test
    void whileSomethingIsPromisedTheDataAreNeeded() {
        world.signedIn(w, "dewi.dpupr")
                .get("/aduan/" + c.publicNumber())
                .submit(
                        ".cabang form",
                        "teks",
                        "Dikuras.",
                        "janji_1",
                        "Sumur bor",
                        "janji_tanggal_1",
                        "2026-12-01",
                        "aksi",
                        "kirim");
        close();
        assertThat(erase(c.publicNumber(), c.publicNumber()).text()).contains("janji tindak lanjut yang belum tuntas");
        assertThat(places()).contains("reporter");
    }

    private Http.Shown erase(String number, String again) {
        return admin.get("/kelola/hapus-data")
                .submit(
                        "main form[action$=/hapus-data]",
                        "nomor",
                        number,
                        "ulangi",
                        again,
                        "alasan",
                        "Permintaan 1 Desember.");
    }

    /** The reporter's time to react is over. */
    private void close() {
        sql.sql("update complaint set closed_at = ? where agency_id = ? and id = ?")
                .params(Timestamp.from(clock.instant()), c.agencyId(), c.id())
                .update();
    }

    /** Tables of the agency in which the name is found in some column. */
    private List<String> places() {
        List<String> found = new ArrayList<>();
        List<String> tables = sql.sql("""
                select table_name from information_schema.columns
                where column_name = 'agency_id' and table_schema = 'public' and table_name not like 'complaint_event_%'
                """).query(String.class).list();
        for (String table : tables)
            if (sql.sql("select count(*) from " + table + " t where agency_id = ? and t::text ilike '%siti%'")
                            .param(c.agencyId())
                            .query(Integer.class)
                            .single()
                    > 0) found.add(table);
        return found;
    }

    /** Files of this case; an earlier run of the tests may have left others behind. */
    private List<String> kept() {
        List<String> all =
                new ArrayList<>(store.olderThan(c.agencyId(), clock.instant().plus(Duration.ofDays(2))));
        all.removeAll(others);
        return all;
    }
}
