package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;

/** A town whose procedure publishes (Mojokerto, B1 and B2), with one case that went the whole way; for tests that only look. */
public final class PublishingTown {

    static final String COMPLAINT =
            "Trotoar di depan sekolah rusak. Kemarin Pak Wirasena jatuh. Hubungi saya di 0812-3456-7890 atau yanti@contoh.invalid.";
    static final String ANSWER = "Trotoar diperbaiki mulai 1 Desember 2026 oleh petugas kami, Bapak Suparman.";

    private final Walk walk;

    private PublishingTown(Walk walk) {
        this.walk = walk;
    }

    /** Its case is published. */
    public static PublishingTown published(TestWorld world) {
        Walk walk = new Walk(world, "demo/mojokerto.yaml");
        toTheEditor(walk, "TERBUKA");
        word(walk, "redaktur");
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "");
        return new PublishingTown(walk);
    }

    public DemoWorld.Founded at() {
        return walk.w;
    }

    public String number() {
        return walk.number;
    }

    /** Filed, done and answered as far as B1. */
    static void toTheEditor(Walk walk, String privacy) {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Trotoar rusak",
                "uraian", COMPLAINT,
                "kategori", "lain",
                "sifat", privacy,
                "nama", "Yanti",
                "email", "yanti@contoh.invalid",
                "tujuan", walk.unitId("DPU"));
        walk.decide("operator.dpu", "Sesuai tupoksi");
        walk.done("operator.dpu", "pejabat.dpu");
        walk.decide("kepala.dpu", "Dijawab", "teks", ANSWER);
        walk.decide("operator.dpu", "", "teks", ANSWER);
    }

    /** Keeps the wording as it lies there. */
    static void word(Walk walk, String officer) {
        Http.Shown saved =
                walk.in(officer).get("/aduan/" + walk.number + "/terbitan").submit("form[action$=/terbitan]");
        assertThat(saved.text()).contains("Naskah terbitan disimpan");
    }
}
