package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.demo.DemoWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Kota Mojokerto, part B (188.4/ /SOP/417.304/2016): B1, the editor of Bagian Humas verifies and edits the answer before it is published; B2, its coordinator publishes. Over real HTTP: what the public
 * reads, what it must never read, and that the reporter is answered whatever becomes of the publication.
 */
@JourneyTest
class PublicationJourneyTest {

    private static final String ANSWER = PublishingTown.ANSWER;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/mojokerto.yaml");
    }

    @Test
    void theEditorWordsItThenTheCoordinatorPublishesItAndThePublicReadsItMasked() {
        toTheEditor("TERBUKA");
        Http.Shown editor = walk.in("redaktur").get("/aduan/" + walk.number + "/terbitan");
        assertThat(editor.page().select("mark").eachText())
                .contains("Wirasena", "0812-3456-7890", "yanti@contoh.invalid");
        assertThat(editor.page().select("textarea[name=jawaban]").text())
                .as("begins with what was entered")
                .isEqualTo(ANSWER);
        Http.Shown saved = editor.submit(
                "form[action$=/terbitan]",
                "judul",
                "Trotoar rusak di depan sekolah",
                "jawaban",
                ANSWER + " Terima kasih.",
                "terbuka",
                "suparman");
        assertThat(saved.page().select("section:has(#tampak)").text())
                .contains("Kemarin Pak nama disamarkan jatuh", "nomor telepon disamarkan", "Bapak Suparman")
                .doesNotContain("Wirasena", "0812", "yanti@");
        assertThat(publicList()).as("not before its step").contains("Belum ada aduan yang diterbitkan");
        walk.decide("redaktur", "Layak");
        assertThat(walk.show("koordinator")
                        .page()
                        .select("textarea[name=teks]")
                        .text()
                        .strip())
                .as("the editor's wording of the answer goes on")
                .isEqualTo(ANSWER + " Terima kasih.");
        walk.decide("koordinator", "");
        assertThat(walk.tracked().text()).contains(ANSWER + " Terima kasih.", "Sudah dijawab");

        Http.Shown item = walk.citizen.get("/publik/" + walk.number);
        assertThat(item.status).isEqualTo(200);
        assertThat(item.text())
                .contains(
                        "Trotoar rusak di depan sekolah",
                        "nomor telepon disamarkan",
                        "Bapak Suparman",
                        "Dijawab dalam",
                        "Dinas Pekerjaan Umum");
        assertThat(item.page().select("link[rel=canonical]").attr("href")).endsWith("/publik/" + walk.number);
        assertThat(item.page().select("meta[property=og:description]").attr("content"))
                .startsWith("Trotoar diperbaiki");
        assertThat(publicList()).contains("Trotoar rusak di depan sekolah");
        for (String path : new String[] {"/publik", "/publik/" + walk.number, "/publik.atom", "/publik?q=trotoar"})
            assertThat(walk.citizen.get(path).body)
                    .as(path)
                    .contains("Trotoar rusak di depan sekolah")
                    .doesNotContain("Wirasena", "3456", "yanti", "Yanti");
        assertThat(walk.citizen.get("/sitemap.xml").body).contains("/sitemap/2026-11");
        assertThat(walk.citizen.get("/sitemap/2026-11").body).contains("/publik/" + walk.number);
    }

    @Test
    void theListIsSearchedAndNarrowedAndSaysWhenNothingMatches() {
        publish();
        String unit = walk.unitId("DPU");
        for (String found : new String[] {
            "q=trotoar+rusaknya",
            "kategori=lain",
            "unit=" + unit,
            "q=trotoar&unit=" + unit,
            "q=" + "x".repeat(300) + "+trotoar"
        }) assertThat(walk.citizen.get("/publik?" + found).status).as(found).isEqualTo(200);
        assertThat(walk.citizen.get("/publik?q=trotoar+rusaknya").text()).contains("Trotoar rusak");
        assertThat(walk.citizen.get("/publik?q=banjir").text()).contains("Tidak ada aduan terbitan yang sesuai");
        assertThat(walk.citizen.get("/publik?kategori=sampah").text()).contains("Tidak ada aduan terbitan yang sesuai");
        assertThat(walk.citizen
                        .get("/publik?unit=abc&sesudah=kemarin&id=1&ketepatan=x")
                        .text())
                .contains("Trotoar rusak");
        assertThat(walk.citizen.get("/publik/MJK-000000-XXXX").status).isEqualTo(404);
        assertThat(walk.citizen.get("/sitemap/kemarin").status).isEqualTo(404);
    }

    @Test
    void whoExperiencesTheSameSaysSoOnce() {
        publish();
        String form = "form[action$=/ikut]";
        Http.Shown item = walk.citizen.get("/publik/" + walk.number);
        assertThat(item.submit(form).text()).contains("Kami mencatat bahwa Anda mengalami hal yang sama");
        Http.Shown again = walk.citizen.get("/publik/" + walk.number).submit(form);
        assertThat(again.text()).contains("Anda sudah menyatakannya", "1 orang mengalami hal yang sama");
    }

    @Test
    void theReporterIsAnsweredWhateverBecomesOfThePublication() {
        toTheEditor("TERBUKA");
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "");
        assertThat(walk.tracked().text()).contains(ANSWER, "Sudah dijawab");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(404);
        assertThat(walk.show("koordinator").text()).contains("Naskah terbitannya belum disunting");
        // it can still be worded and published afterwards
        word("koordinator");
        Http.Shown published = walk.in("koordinator")
                .get("/aduan/" + walk.number + "/terbitan")
                .submit("form[action$=/terbitkan]");
        assertThat(published.text()).contains("Diterbitkan Hendra Gunawan");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(200);
    }

    @Test
    void theCoordinatorTakesItBackWithAReasonAndBringsItAgain() {
        publish();
        Http.Shown editor = walk.in("koordinator").get("/aduan/" + walk.number + "/terbitan");
        Http.Shown without = editor.submit("form[action$=/tarik]", "alasan", "");
        assertThat(without.status).isEqualTo(422);
        assertThat(without.text()).contains("Tulis alasannya");
        editor.submit("form[action$=/tarik]", "alasan", "Fotonya salah.");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(404);
        assertThat(publicList()).contains("Belum ada aduan yang diterbitkan");
        assertThat(walk.show("koordinator").text()).contains("menarik aduan ini dari publikasi", "Fotonya salah.");
        assertThat(walk.tracked().text()).as("the reason stays in the office").doesNotContain("Fotonya salah.");
        walk.in("koordinator").get("/aduan/" + walk.number + "/terbitan").submit("form[action$=/terbitkan]");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(200);
    }

    @Test
    void heldBackBeforeItsStepItIsAnsweredAndNotPublished() {
        toTheEditor("TERBUKA");
        word("redaktur");
        Http.Shown asEditor = walk.in("redaktur").get("/aduan/" + walk.number + "/terbitan");
        assertThat(asEditor.page().select("form[action$=/tarik]"))
                .as("the coordinator decides")
                .isEmpty();
        walk.decide("redaktur", "Layak");
        walk.in("koordinator")
                .get("/aduan/" + walk.number + "/terbitan")
                .submit("form[action$=/tarik]", "alasan", "Menyangkut anak.");
        walk.decide("koordinator", "");
        assertThat(walk.tracked().text()).contains("Sudah dijawab");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(404);
        assertThat(walk.show("koordinator").text()).contains("Koordinator memutuskan untuk tidak menerbitkannya");
    }

    @Test
    void aConfidentialCaseIsAnsweredAndNeverPublished() {
        toTheEditor("RAHASIA");
        assertThat(walk.in("redaktur").get("/aduan/" + walk.number + "/terbitan").status)
                .isEqualTo(404);
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "");
        assertThat(walk.citizen.get("/publik/" + walk.number).status).isEqualTo(404);
        assertThat(walk.tracked().text()).contains("Sudah dijawab");
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        toTheEditor("TERBUKA");
        Http.Shown first = walk.in("redaktur").get("/aduan/" + walk.number + "/terbitan");
        word("koordinator");
        Http.Shown late = first.submit("form[action$=/terbitan]", "judul", "Judul dari yang terlambat");
        assertThat(late.status).isEqualTo(422);
        assertThat(late.text()).contains("baru saja disunting orang lain");
        assertThat(late.page().select("#judul").attr("value"))
                .as("what was typed stays")
                .isEqualTo("Judul dari yang terlambat");
    }

    @Test
    void nobodyElseWordsOrPublishesIt() {
        toTheEditor("TERBUKA");
        for (String other : new String[] {"operator.dpu", "kepala.dpu", "galih"})
            assertThat(walk.in(other).get("/aduan/" + walk.number + "/terbitan").status)
                    .as(other)
                    .isEqualTo(404);
        Http.Shown empty = walk.in("redaktur")
                .get("/aduan/" + walk.number + "/terbitan")
                .submit("form[action$=/terbitan]", "judul", "", "jawaban", "");
        assertThat(empty.status).isEqualTo(422);
        assertThat(empty.text()).contains("Tulis judulnya.", "Tulis jawabannya.");
    }

    @Test
    void thePublicPagesAskTheDatabaseLittle() {
        publish();
        for (String path : new String[] {
            "/publik", "/publik?q=trotoar", "/publik/" + walk.number, "/publik/serupa?q=trotoar+sekolah+rusak"
        }) {
            walk.citizen.get(path);
            assertThat(StatementCount.during(() -> walk.citizen.get(path)))
                    .as(path)
                    .hasSizeLessThanOrEqualTo(path.contains(walk.number) ? 6 : 3);
        }
    }

    /** While somebody writes, and without JavaScript by a button that sends nothing. */
    @Test
    void whoWritesIsOfferedWhatWasAnsweredAlready() {
        publish();
        assertThat(walk.citizen.get("/publik/serupa?q=trotoar+sekolah+rusak").text())
                .contains("Mungkin sudah dijawab", "Trotoar rusak");
        assertThat(walk.citizen.get("/publik/serupa?q=banjir").text()).isEmpty();
        Http.Shown form = walk.citizen.get("/lapor");
        Http.Shown asked = form.submit(
                "form[action$=/lapor]", "judul", "Trotoar sekolah rusak", "uraian", "Belum selesai", "aksi", "serupa");
        assertThat(asked.status).isEqualTo(200);
        assertThat(asked.page().select("#serupa a").attr("href")).endsWith("/publik/" + walk.number);
        assertThat(asked.page().select("textarea[name=uraian]").text()).isEqualTo("Belum selesai");
    }

    /** An agency whose procedure publishes nothing has no such entry. */
    @Test
    void onlyAProcedureThatPublishesHasTheEntry() {
        DemoWorld.Founded other = world.agency("demo/cilacap.yaml");
        assertThat(world.browser(other).get("/").page().select("nav a[href$=/publik]"))
                .isEmpty();
        assertThat(walk.citizen.get("/").page().select("nav a[href$=/publik]")).hasSize(1);
    }

    private void publish() {
        toTheEditor("TERBUKA");
        word("redaktur");
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "");
    }

    private void word(String officer) {
        PublishingTown.word(walk, officer);
    }

    private String publicList() {
        return walk.citizen.get("/publik").text();
    }

    private void toTheEditor(String privacy) {
        PublishingTown.toTheEditor(walk, privacy);
    }
}
