package id.tindak.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One page as somebody comes to see it.
 *
 * @param name for failures and pictures, e.g. "warga-lapor"
 * @param route mapping of the handler that shows it; null for pages that a form brings
 * @param main true when every commit looks at it
 */
record Stop(String name, Who who, @Nullable String route, boolean main, Consumer<Visit> way) {

    enum Who {
        CITIZEN,
        OFFICER,
        ADMIN,
        AUDITOR,
        /** Who words what is published, at another agency: {@link FilledAgency#town}. */
        EDITOR
    }

    /** Every page of an agency that is at work. The set-up page has a world of its own: see {@link EmptyInstallationTest}. */
    static List<Stop> all(FilledAgency a) {
        List<Stop> all = new ArrayList<>();
        citizen(a, all);
        errors(a, all);
        officer(a, all);
        books(all);
        recaps(all);
        frontDesk(a, all);
        surveys(a, all);
        administrator(a, all);
        administratorForms(a, all);
        all.add(page("audit", Who.AUDITOR, "/audit"));
        all.add(page("audit-peristiwa", Who.AUDITOR, "/kelola/peristiwa"));
        all.add(at("audit-aduan", Who.AUDITOR, "/aduan/{number}", "/aduan/" + a.late.number()));
        return all;
    }

    private static void citizen(FilledAgency a, List<Stop> all) {
        all.add(main("beranda", Who.CITIZEN, "/", "/"));
        all.add(main("lapor", Who.CITIZEN, "/lapor", "/lapor"));
        all.add(brought("lapor-galat", Who.CITIZEN, true, v -> v.go("/lapor").send("form[action$='/lapor']")));
        all.add(main("terkirim", Who.CITIZEN, "/lapor/diterima", a.fresh.receipt()));
        all.add(at("terkirim-darurat", Who.CITIZEN, "/lapor/diterima", a.urgent.receipt()));
        all.add(at(
                "tanda-terima",
                Who.CITIZEN,
                "/lapor/tanda-terima",
                a.fresh.receipt().replace("diterima", "tanda-terima")));
        all.add(main("lacak", Who.CITIZEN, "/lacak", "/lacak"));
        all.add(brought("lacak-galat", Who.CITIZEN, false, v -> v.go("/lacak").send("main form")));
        all.add(brought("lacak-nomor-saja", Who.CITIZEN, false, v -> glance(v, a.late)));
        all.add(new Stop("lacak-berjalan", Who.CITIZEN, "/lacak/{number}", true, v -> track(a, v, a.late)));
        all.add(brought("lacak-menunggu", Who.CITIZEN, false, v -> track(a, v, a.waiting)));
        all.add(brought("lacak-terjawab", Who.CITIZEN, true, v -> track(a, v, a.answered)));
        all.add(brought("lacak-ditarik", Who.CITIZEN, false, v -> track(a, v, a.withdrawn)));
        all.add(brought("lacak-rahasia", Who.CITIZEN, false, v -> track(a, v, a.confidential)));
        all.add(brought("lacak-lampiran", Who.CITIZEN, false, v -> track(a, v, a.withPicture)));
        all.add(brought("lacak-balas-galat", Who.CITIZEN, false, v -> {
            track(a, v, a.answered);
            v.send("main form");
        }));
        all.add(at("lacak-tertutup", Who.CITIZEN, null, "/lacak/" + a.fresh.number()));
        all.add(new Stop("tarik", Who.CITIZEN, "/lacak/{number}/tarik", false, v -> {
            track(a, v, a.late);
            v.go("/lacak/" + a.late.number() + "/tarik");
        }));
        all.add(page("tentang", Who.CITIZEN, "/tentang"));
        all.add(page("kontak", Who.CITIZEN, "/kontak"));
        all.add(main("standar-pelayanan", Who.CITIZEN, "/standar-pelayanan", "/standar-pelayanan"));
        all.add(page("tidak-ditindaklanjuti", Who.CITIZEN, "/aduan-tidak-ditindaklanjuti"));
        all.add(main("sop", Who.CITIZEN, "/sop", "/sop"));
        all.add(page("surat-keluar", Who.CITIZEN, "/surat-keluar"));
        all.add(new Stop(
                "surat",
                Who.CITIZEN,
                "/surat-keluar/{id}",
                false,
                v -> v.go("/surat-keluar").press("main a[href*='surat-keluar/']")));
        all.add(page("periksa", Who.CITIZEN, "/periksa"));
        all.add(at("periksa-naskah", Who.CITIZEN, "/periksa/{code}", "/periksa/" + a.paper));
        all.add(at("periksa-tidak-dikenal", Who.CITIZEN, null, "/periksa/AAAAAAAAAAAAAAAAAAAA"));
        String town = a.townRoot();
        all.add(main("publik", Who.CITIZEN, "/publik", town + "/publik"));
        all.add(at("publik-tidak-ada", Who.CITIZEN, null, town + "/publik?q=banjir"));
        all.add(main("publik-satu", Who.CITIZEN, "/publik/{number}", town + "/publik/" + a.town.number()));
        all.add(at("lapor-terbitan", Who.CITIZEN, null, town + "/lapor"));
        all.add(main("masuk", Who.CITIZEN, "/masuk", "/masuk"));
        all.add(brought("masuk-galat", Who.CITIZEN, false, v -> {
            v.go("/masuk").page().fill("#nama", "tidak.ada");
            v.page().fill("#sandi", "salah-salah-salah");
            v.send("main form");
        }));
        all.add(at("sandi-tautan", Who.CITIZEN, "/sandi/{token}", a.passwordLink));
        all.add(brought(
                "sandi-galat", Who.CITIZEN, false, v -> v.go(a.passwordLink).send("main form")));
        all.add(at("instansi", Who.CITIZEN, "/instansi", a.root() + "/"));
    }

    private static void errors(FilledAgency a, List<Stop> all) {
        all.add(main("galat-404", Who.CITIZEN, null, "/tidak-ada"));
        all.add(at("galat", Who.CITIZEN, "/error", "/error"));
        all.add(at("galat-410", Who.CITIZEN, null, "/lapor/diterima?bukti=lama"));
        all.add(at("galat-403", Who.OFFICER, null, "/kelola"));
        all.add(at("galat-405", Who.OFFICER, null, "/meja/pilih"));
        all.add(brought("galat-formulir-lama", Who.CITIZEN, false, v -> {
            v.go("/lapor").page().fill("#judul", "Pohon tumbang di jalan desa");
            v.page().fill("#uraian", "Pohon tumbang menutup jalan desa sejak tadi pagi.");
            v.page().evaluate("() => { document.querySelector('main [name=_t]').value = 'lama'; }");
            v.send("form[action$='/lapor']");
        }));
        all.add(brought("masuk-membawa-tulisan", Who.CITIZEN, false, v -> {
            v.go("/lacak")
                    .page()
                    .evaluate(
                            "path => { document.querySelector('main form').action = path; }",
                            a.prefix() + "/aduan/" + a.fresh.number() + "/catatan");
            v.page().fill("#nomor", "tulisan panjang yang sudah diketik petugas");
            v.send("main form");
        }));
    }

    private static void officer(FilledAgency a, List<Stop> all) {
        String wording = "/aduan/" + a.town.number() + "/terbitan";
        all.add(main("terbitan", Who.EDITOR, "/aduan/{number}/terbitan", wording));
        all.add(at("aduan-terbitan", Who.EDITOR, null, "/aduan/" + a.town.number()));
        all.add(brought("terbitan-galat", Who.EDITOR, false, v -> {
            v.go(wording).page().fill("#judul", "");
            v.send("form[action$='/terbitan']");
        }));
        all.add(main("meja", Who.OFFICER, "/meja", "/meja"));
        all.add(at("meja-opd", Who.OFFICER, "/meja", "/meja?antrean=opd"));
        all.add(at("meja-menunggu", Who.OFFICER, "/meja", "/meja?antrean=menunggu"));
        all.add(at("meja-tugas", Who.OFFICER, "/meja/tugas", "/meja/tugas"));
        all.add(at("meja-tugas-kosong", Who.ADMIN, "/meja/tugas", "/meja/tugas"));
        all.add(at("meja-tugas-satu", Who.OFFICER, "/meja/tugas/{id}", a.task));
        all.add(at("meja-tugas-selesai", Who.OFFICER, null, a.doneTask));
        all.add(brought(
                "meja-tugas-galat", Who.OFFICER, false, v -> v.go(a.task).send("main form")));
        all.add(at("meja-tugas-riwayat", Who.OFFICER, "/meja/tugas/riwayat", "/meja/tugas/riwayat"));
        all.add(at("akun", Who.OFFICER, "/akun", "/akun"));
        all.add(brought("akun-galat", Who.OFFICER, false, v -> {
            v.go("/akun").page().fill("#surel", "bukan alamat");
            v.send("main form");
        }));
        all.add(brought("pilih-ingatkan", Who.OFFICER, false, v -> {
            v.go("/meja?antrean=opd")
                    .page()
                    .locator("input[name=pilih]")
                    .first()
                    .check();
            v.press("button[value=ingatkan]");
        }));
        all.add(at("meja-saring", Who.OFFICER, "/meja", "/meja?kecamatan=Kroya"));
        all.add(at("meja-kosong", Who.ADMIN, "/meja", "/meja"));
        all.add(at("bolak-balik", Who.OFFICER, "/meja/bolak-balik", "/meja/bolak-balik"));
        all.add(at("meja-draf", Who.OFFICER, "/meja/draf", "/meja/draf"));
        all.add(at("meja-draf-kosong", Who.ADMIN, "/meja/draf", "/meja/draf"));
        all.add(at("masukan-kosong", Who.OFFICER, "/meja/masukan", "/meja/masukan"));
        all.add(at("untuk-diketahui-kosong", Who.OFFICER, "/untuk-diketahui", "/untuk-diketahui"));
        all.add(at("meja-janji", Who.OFFICER, "/meja/janji", "/meja/janji"));
        all.add(at("meja-janji-kosong", Who.ADMIN, null, "/meja/janji"));
        all.add(at("cari", Who.OFFICER, "/meja/cari", "/meja/cari?cari=puskesmas"));
        all.add(at("cari-kosong", Who.OFFICER, "/meja/cari", "/meja/cari?cari=tidakadasamasekali"));
        all.add(brought("cari-nama", Who.OFFICER, false, v -> {
            v.go("/meja/cari").page().fill("#nama", "Bambang");
            v.send("form[action$='/pelapor']");
        }));
        all.add(brought(
                "cari-nama-galat", Who.OFFICER, false, v -> v.go("/meja/cari").send("form[action$='/pelapor']")));
        all.add(brought("pilih-ambil", Who.OFFICER, false, v -> choose(v, "ambil")));
        all.add(brought("pilih-serahkan", Who.OFFICER, false, v -> choose(v, "serahkan")));
        all.add(brought("pilih-hasil", Who.OFFICER, false, v -> {
            choose(v, "ambil");
            v.send("form[action$='/kerjakan']");
        }));
        all.add(main("aduan", Who.OFFICER, "/aduan/{number}", "/aduan/" + a.returned.number()));
        all.add(at("aduan-draf", Who.OFFICER, null, "/aduan/" + a.fresh.number()));
        all.add(at("aduan-terlambat", Who.OFFICER, null, "/aduan/" + a.late.number()));
        all.add(at("aduan-terjawab", Who.OFFICER, null, "/aduan/" + a.answered.number()));
        all.add(at("aduan-menunggu", Who.OFFICER, null, "/aduan/" + a.waiting.number()));
        all.add(at("aduan-rahasia", Who.OFFICER, null, "/aduan/" + a.confidential.number()));
        all.add(at("aduan-lampiran", Who.OFFICER, null, "/aduan/" + a.withPicture.number()));
        all.add(new Stop(
                "transkrip",
                Who.OFFICER,
                "/aduan/{number}/transkrip/{message}",
                false,
                v -> v.go("/aduan/" + a.withPicture.number()).press("a[href*='berkas=']")));
        all.add(brought(
                "transkrip-galat",
                Who.OFFICER,
                false,
                v -> v.go("/aduan/" + a.withPicture.number())
                        .press("a[href*='berkas=']")
                        .send("form[action*='/transkrip/']")));
        all.add(at("aduan-darurat", Who.OFFICER, null, "/aduan/" + a.urgent.number()));
        all.add(brought(
                "aduan-galat",
                Who.OFFICER,
                true,
                v -> v.go("/aduan/" + a.returned.number())
                        .send("form[action$='/langkah']:has([name=cabang][value='1'])")));
        all.add(brought("aduan-bentrok", Who.OFFICER, false, v -> {
            v.go("/aduan/" + a.returned.number());
            v.page().evaluate("() => document.querySelectorAll('[name=versi]').forEach(v => { v.value = 99; })");
            v.page()
                    .evaluate(
                            "() => document.querySelectorAll('form[action$=\"/langkah\"] textarea').forEach(t => { t.value = 'Sudah saya periksa.'; })");
            v.page()
                    .evaluate(
                            "() => document.querySelectorAll('form[action$=\"/langkah\"] select').forEach(s => { s.selectedIndex = 1; })");
            v.send("form[action$='/langkah']");
        }));
        all.add(brought("aduan-identitas", Who.OFFICER, false, v -> {
            v.go("/aduan/" + a.returned.number());
            v.page()
                    .evaluate(
                            "() => { document.querySelector('form[action$=\"/buka-identitas\"] textarea').value = 'Menelepon pelapor.'; }");
            v.send("form[action$='/buka-identitas']");
        }));
        all.add(at("aduan-cetak", Who.OFFICER, "/aduan/{number}/cetak", "/aduan/" + a.returned.number() + "/cetak"));
        for (String kind : List.of("tanda-terima", "data-pengaduan"))
            all.add(at(
                    "naskah-" + kind,
                    Who.OFFICER,
                    "/aduan/{number}/naskah/{kind}",
                    "/aduan/" + a.returned.number() + "/naskah/" + kind));
        for (String kind : List.of("surat-jawaban", "nota-hasil"))
            all.add(at("naskah-" + kind, Who.OFFICER, null, "/aduan/" + a.answered.number() + "/naskah/" + kind));
        all.add(brought("naskah-galat", Who.OFFICER, false, v -> {
            v.go("/aduan/" + a.returned.number() + "/naskah/tanda-terima")
                    .page()
                    .check("#identitas");
            v.send("form[action$='/pdf']");
        }));
        all.add(main("catat", Who.OFFICER, "/meja/catat", "/meja/catat"));
        all.add(brought(
                "catat-galat", Who.OFFICER, false, v -> v.go("/meja/catat").send("form[action$='/meja/catat']")));
        all.add(at("catat-diterima", Who.OFFICER, "/meja/catat/diterima", a.counterReceipt));
        all.add(at(
                "catat-tanda-terima",
                Who.OFFICER,
                "/meja/catat/tanda-terima",
                a.counterReceipt.replace("diterima", "tanda-terima")));
        all.add(at("sandi", Who.OFFICER, "/sandi", "/sandi"));
        all.add(main("catatan-solusi", Who.OFFICER, "/catatan-solusi", "/catatan-solusi?tampil=menunggu"));
        all.add(at("catatan-solusi-kosong", Who.OFFICER, null, "/catatan-solusi?tampil=ditarik"));
        all.add(at("catatan-solusi-auditor", Who.AUDITOR, null, "/catatan-solusi"));
        all.add(main(
                "catatan-solusi-baru",
                Who.OFFICER,
                "/catatan-solusi/baru",
                "/catatan-solusi/baru?aduan=" + a.answered.number()));
        all.add(brought(
                "catatan-solusi-galat",
                Who.OFFICER,
                false,
                v -> v.go("/catatan-solusi/baru").send("main form[method=post]")));
        all.add(new Stop(
                "catatan-solusi-satu",
                Who.OFFICER,
                "/catatan-solusi/{id}",
                true,
                v -> v.go("/catatan-solusi?tampil=menunggu").press("main .serupa a")));
    }

    private static void books(List<Stop> all) {
        String agenda = "/buku/buku-agenda";
        all.add(page("buku", Who.OFFICER, "/buku"));
        all.add(at("buku-auditor", Who.AUDITOR, "/buku", "/buku"));
        all.add(at("buku-tertutup", Who.ADMIN, null, "/buku"));
        all.add(main("buku-agenda", Who.OFFICER, "/buku/{book}", agenda));
        all.add(at("buku-kosong", Who.OFFICER, null, "/buku/buku-ekspedisi"));
        all.add(at("buku-cari-galat", Who.OFFICER, null, agenda + "?bulan=13"));
        all.add(main("buku-cetak", Who.OFFICER, "/buku/{book}/cetak", agenda + "/cetak"));
        all.add(at("buku-cetak-galat", Who.OFFICER, null, agenda + "/cetak?dari=2026-11-30&sampai=2026-11-01"));
        all.add(main("buku-catat", Who.OFFICER, "/buku/{book}/baru", agenda + "/baru"));
        all.add(brought(
                "buku-catat-galat",
                Who.OFFICER,
                false,
                v -> v.go(agenda + "/baru").send("form[action$='/baru']")));
        all.add(main("buku-catatan", Who.OFFICER, "/buku/{book}/{year}/{number}", agenda + "/2026/1"));
        all.add(at("buku-catatan-batal", Who.OFFICER, null, agenda + "/2026/2"));
        all.add(at("buku-tamu", Who.OFFICER, null, "/buku/buku-tamu/2026/1"));
        all.add(brought(
                "buku-ralat-galat",
                Who.OFFICER,
                false,
                v -> v.go(agenda + "/2026/1").send("form[action$='/ralat']:has(select)")));
        all.add(at("buku-tutup", Who.OFFICER, "/buku/{book}/tutup", agenda + "/tutup?tahun=2025"));
        all.add(at("buku-tutup-belum", Who.OFFICER, null, agenda + "/tutup"));
        all.add(brought(
                "buku-tutup-galat",
                Who.OFFICER,
                false,
                v -> v.go(agenda + "/tutup?tahun=2025").send("form[action$='/tutup']")));
        all.add(page("kelola-buku", Who.ADMIN, "/kelola/buku"));
        all.add(at("kelola-buku-ubah", Who.ADMIN, null, "/kelola/buku?ubah=surat-keluar"));
        all.add(brought(
                "kelola-buku-galat",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/buku").send("main form[action$='/kelola/buku']")));
    }

    private static void recaps(List<Stop> all) {
        all.add(main("rekap", Who.OFFICER, "/rekap", "/rekap"));
        all.add(main("rekap-berjalan", Who.OFFICER, "/rekap/{period}", "/rekap/2026-11"));
        all.add(at("rekap-konsep", Who.OFFICER, null, "/rekap/2026-09"));
        all.add(at("rekap-dibekukan", Who.OFFICER, null, "/rekap/2026-10"));
        all.add(at("rekap-revisi-lama", Who.OFFICER, null, "/rekap/2026-10?revisi=1"));
        all.add(at("rekap-belum", Who.OFFICER, null, "/rekap/2026-08"));
        all.add(at("rekap-triwulan", Who.AUDITOR, null, "/rekap/2026-T3"));
        all.add(at("rekap-administrator", Who.ADMIN, null, "/rekap/2026-10"));
        all.add(at("rekap-daftar", Who.OFFICER, "/rekap/{period}/daftar", "/rekap/2026-11/daftar"));
        all.add(brought(
                "rekap-galat", Who.OFFICER, false, v -> v.go("/rekap/2026-09").press("[value=bekukan]")));
        all.add(brought(
                "rekap-buat-galat", Who.OFFICER, false, v -> v.go("/rekap").send("main form[method=post]")));
    }

    private static void frontDesk(FilledAgency a, List<Stop> all) {
        all.add(main("depan", Who.OFFICER, "/meja-depan", "/meja-depan"));
        for (String way : List.of("tamu", "telepon", "lisan", "tangkapan", "lapor"))
            all.add(at("depan-" + way, Who.OFFICER, null, "/meja-depan?masuk=" + way));
        all.add(brought(
                "depan-galat",
                Who.OFFICER,
                false,
                v -> v.go("/meja-depan?masuk=telepon").send("form[action$='/meja-depan']")));
        all.add(main("depan-tercatat", Who.OFFICER, "/meja-depan/{id}", a.letter));
        all.add(at("depan-surat", Who.OFFICER, null, a.invitation));
        all.add(at("depan-tanda-terima", Who.OFFICER, "/meja-depan/{id}/tanda-terima", a.invitation + "/tanda-terima"));
        all.add(page("depan-cadangan", Who.OFFICER, "/meja-depan/cadangan"));
        all.add(at("depan-cadangan-cetak", Who.OFFICER, "/meja-depan/cadangan/{year}/{range}", a.blanks));
        all.add(brought(
                "depan-cadangan-galat",
                Who.OFFICER,
                false,
                v -> v.go("/meja-depan/cadangan").send("form[action$='/rusak']")));
        all.add(page("depan-formulir", Who.OFFICER, "/meja-depan/formulir"));
        all.add(main("sp4n", Who.OFFICER, "/meja/sp4n", "/meja/sp4n"));
        all.add(at("sp4n-jam", Who.OFFICER, null, "/meja/sp4n?lihat=jam"));
        all.add(at("sp4n-impor", Who.OFFICER, "/meja/sp4n/impor", "/meja/sp4n/impor"));
        all.add(brought("sp4n-impor-galat", Who.OFFICER, false, v -> {
            v.go("/meja/sp4n/impor")
                    .page()
                    .setInputFiles(
                            "#berkas",
                            new FilePayload("lapor.csv", "text/csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
            v.send("form[action$='/impor']");
        }));
        all.add(main("sp4n-kolom", Who.OFFICER, "/meja/sp4n/impor/{id}/kolom", a.namedImport));
        all.add(brought("sp4n-kolom-galat", Who.OFFICER, false, v -> {
            v.go(a.namedImport).page().selectOption("#kolom-0", "");
            v.send("form[action$='/kolom']");
        }));
        all.add(main("sp4n-pratinjau", Who.OFFICER, "/meja/sp4n/impor/{id}", a.seenImport));
        all.add(at("sp4n-hasil", Who.OFFICER, null, a.doneImport));
        all.add(main("aduan-sp4n", Who.OFFICER, null, "/aduan/" + a.inLapor));
        String counter = "/meja-depan/aduan/" + a.answered.number();
        all.add(at("depan-loket", Who.OFFICER, "/meja-depan/aduan/{number}", counter));
        all.add(brought(
                "depan-loket-galat", Who.OFFICER, false, v -> v.go(counter).send("form[action$='/kode']")));
        all.add(at("depan-kode", Who.OFFICER, "/meja-depan/kode", a.slip));
        all.add(main("ralat", Who.OFFICER, "/aduan/{number}/ralat", "/aduan/" + a.corrected + "/ralat"));
        all.add(at("aduan-ralat", Who.OFFICER, null, "/aduan/" + a.corrected));
        all.add(brought(
                "ralat-galat",
                Who.OFFICER,
                false,
                v -> v.go("/aduan/" + a.corrected + "/ralat").send("form[action$='/ralat']")));
    }

    private static void surveys(FilledAgency a, List<Stop> all) {
        all.add(new Stop("survei", Who.CITIZEN, "/survei/{token}", true, v -> survey(a, v)));
        all.add(brought("survei-galat", Who.CITIZEN, true, v -> {
            survey(a, v);
            v.send("form[action*='/survei/']");
        }));
        all.add(at("survei-tidak-dikenal", Who.CITIZEN, null, "/survei/AAAAAAAAAAAAAAAA"));
        all.add(page("survei-terima-kasih", Who.CITIZEN, "/survei/terima-kasih"));
        all.add(main("survei-hasil-umum", Who.CITIZEN, "/survei", "/survei"));
        all.add(at("survei-hasil-umum-kosong", Who.CITIZEN, null, "/survei?masa=2025"));
        all.add(at("survei-tablet", Who.CITIZEN, "/survei/loket/{kiosk}", a.tablet));
        all.add(main("survei-tablet-isi", Who.CITIZEN, "/survei/loket/{kiosk}/isi", a.tablet + "/isi"));
        all.add(at("survei-tablet-selesai", Who.CITIZEN, "/survei/loket/{kiosk}/selesai", a.tablet + "/selesai"));
        all.add(main("survei-hasil", Who.OFFICER, "/meja/survei", "/meja/survei"));
        all.add(at("survei-hasil-kosong", Who.OFFICER, null, "/meja/survei?masa=2025"));
        all.add(at("survei-hasil-auditor", Who.AUDITOR, null, "/meja/survei"));
        all.add(at(
                "survei-loket", Who.OFFICER, "/meja/survei/loket", "/meja/survei/loket?layanan=Pelayanan+pengaduan"));
        all.add(main("survei-kertas", Who.OFFICER, "/meja/survei/kertas", "/meja/survei/kertas"));
        all.add(brought(
                "survei-kertas-galat",
                Who.OFFICER,
                false,
                v -> v.go("/meja/survei/kertas").send("form[action$='/kertas']")));
    }

    private static void survey(FilledAgency a, Visit v) {
        track(a, v, a.answered);
        v.press("main a[href*='/survei/']");
    }

    private static void administrator(FilledAgency a, List<Stop> all) {
        all.add(main("kelola", Who.ADMIN, "/kelola", "/kelola"));
        for (String place : List.of(
                "unit",
                "unit/baru",
                "unit/impor",
                "petugas",
                "petugas/baru",
                "petugas/impor",
                "pejabat",
                "pejabat/baru",
                "cuti",
                "sop",
                "kalender",
                "kalender/ubah",
                "batas-waktu",
                "kategori",
                "pengaturan",
                "kiriman",
                "peristiwa"))
            all.add(new Stop(
                    "kelola-" + place.replace('/', '-'),
                    Who.ADMIN,
                    "/kelola/" + place,
                    List.of("petugas", "pengaturan").contains(place),
                    v -> v.go("/kelola/" + place)));
        String unit = "/kelola/unit/" + a.unit("DPUPR");
        String officer = "/kelola/petugas/" + a.officer("dewi.dpupr");
        String sop = a.link("/kelola/sop", "main th a");
        all.add(at("kelola-unit-ubah", Who.ADMIN, "/kelola/unit/{id}", unit));
        all.add(at("kelola-unit-akhiri", Who.ADMIN, "/kelola/unit/{id}/akhiri", unit + "/akhiri"));
        all.add(at("kelola-petugas-ubah", Who.ADMIN, "/kelola/petugas/{id}", officer));
        all.add(at("kelola-petugas-akhiri", Who.ADMIN, "/kelola/petugas/{id}/akhiri", officer + "/akhiri"));
        all.add(at("serah-terima", Who.ADMIN, "/kelola/petugas/{id}/serah-terima", officer + "/serah-terima"));
        all.add(at(
                "kelola-pejabat-akhiri",
                Who.ADMIN,
                "/kelola/pejabat/{id}/akhiri",
                a.link("/kelola/pejabat", "main td a[href$=/akhiri]")));
        all.add(at("kelola-sop-lihat", Who.ADMIN, "/kelola/sop/{id}", sop));
        a.admin
                .get("/kelola/kanal/baru/kannel")
                .submit(
                        "main form[action*=/kelola/kanal/baru]",
                        "nama",
                        "SMS Center",
                        "alamat",
                        "0812-0000-9000",
                        "pengguna",
                        "tindak",
                        "sandi",
                        "rahasia");
        all.add(page("kelola-kanal", Who.ADMIN, "/kelola/kanal"));
        all.add(at("kelola-kanal-baru", Who.ADMIN, "/kelola/kanal/baru/{kind}", "/kelola/kanal/baru/whatsapp"));
        all.add(at("kelola-kanal-ubah", Who.ADMIN, "/kelola/kanal/{id}", a.link("/kelola/kanal", "main th a")));
        all.add(brought(
                "kelola-kanal-galat",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/kanal/baru/fonnte").send("main form[action*='/kelola/kanal/baru']")));
        all.add(at("kelola-kanal-lain", Who.ADMIN, null, "/kelola/kanal/baru/http"));
        all.add(brought("kelola-kanal-coba", Who.ADMIN, false, v -> {
            v.go("/kelola/kanal/baru/http").page().fill("#nama", "Gerbang kota");
            v.page().fill("#alamat", "0812-0000-9001");
            v.page().fill("#http_url", "https://gerbang.contoh.invalid/kirim");
            v.send("main form[action*='/kelola/kanal/baru']");
            v.page().fill("#contoh", "{\"sender\": \"6281200003390\", \"message\": \"Jalan rusak\"}");
            v.press("button[formaction]");
        }));
        a.admin.get("/kelola/aplikasi/baru").submit("main form[action$=/kelola/aplikasi]", "nama", "Aplikasi Kota");
        all.add(page("kelola-aplikasi", Who.ADMIN, "/kelola/aplikasi"));
        all.add(page("kelola-aplikasi-baru", Who.ADMIN, "/kelola/aplikasi/baru"));
        all.add(at(
                "kelola-aplikasi-ubah", Who.ADMIN, "/kelola/aplikasi/{id}", a.link("/kelola/aplikasi", "main th a")));
        all.add(brought(
                "kelola-aplikasi-kunci",
                Who.ADMIN,
                false,
                v -> v.go(a.link("/kelola/aplikasi", "main th a")).send("form[action$='/kunci']")));
        all.add(brought(
                "kelola-aplikasi-galat",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/aplikasi/baru").send("main form[action$='/kelola/aplikasi']")));
        a.admin
                .get("/kelola/webhook")
                .submit(
                        "main form[action$=/kelola/webhook]",
                        "nama",
                        "Peta",
                        "url",
                        "https://peta.contoh.invalid/masuk");
        all.add(page("kelola-webhook", Who.ADMIN, "/kelola/webhook"));
        all.add(at("kelola-webhook-ubah", Who.ADMIN, "/kelola/webhook/{id}", a.link("/kelola/webhook", "main th a")));
        all.add(brought(
                "kelola-webhook-rahasia",
                Who.ADMIN,
                false,
                v -> v.go(a.link("/kelola/webhook", "main th a")).send("form[action$='/rahasia']")));
        all.add(page("kelola-hapus-data", Who.ADMIN, "/kelola/hapus-data"));
        all.add(page("kelola-lambang", Who.ADMIN, "/kelola/lambang"));
        all.add(page("kelola-penolakan", Who.ADMIN, "/kelola/penolakan"));
        all.add(at("kelola-penolakan-ubah", Who.ADMIN, "/kelola/penolakan", "/kelola/penolakan?ubah=sara"));
        all.add(at("kelola-kategori-ubah", Who.ADMIN, "/kelola/kategori", "/kelola/kategori?ubah=pju"));
        all.add(at("kelola-petugas-cari-kosong", Who.ADMIN, "/kelola/petugas", "/kelola/petugas?cari=tidakada"));
    }

    private static void administratorForms(FilledAgency a, List<Stop> all) {
        for (String place :
                List.of("unit/baru", "petugas/baru", "petugas/impor", "pejabat/baru", "cuti", "sop", "kategori"))
            all.add(brought(
                    "kelola-" + place.replace('/', '-') + "-galat",
                    Who.ADMIN,
                    false,
                    v -> v.go("/kelola/" + place).send("main form[method=post][action$='/kelola/" + place + "']")));
        all.add(brought(
                "kelola-gangguan-galat",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/kalender").send("form[action$='/gangguan']")));
        all.add(brought(
                "kelola-kalender-periksa",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/kalender/ubah").press("[formaction$='/periksa']")));
        all.add(brought("kelola-kalender-salah", Who.ADMIN, false, v -> {
            v.go("/kelola/kalender/ubah").page().fill("#teks", "zona: ABC\nminggu: apa");
            v.press("[formaction$='/periksa']");
        }));
        all.add(brought(
                "kelola-unit-impor-pratinjau",
                Who.ADMIN,
                false,
                v -> importing(v, "unit", "kode,nama,singkatan\nDINKES,Dinas Kesehatan,Dinkes\n")));
        all.add(brought("kelola-unit-impor-salah", Who.ADMIN, false, v -> importing(v, "unit", "kode,nama\nDPUPR,\n")));
        all.add(brought(
                "kelola-petugas-tautan",
                Who.ADMIN,
                false,
                v -> v.go("/kelola/petugas/" + a.officer("dewi.dpupr")).send("form[action$='/tautan']")));
        all.add(brought("kelola-sop-salah", Who.ADMIN, false, v -> {
            v.go("/kelola/sop")
                    .page()
                    .setInputFiles(
                            "#berkas",
                            new FilePayload(
                                    "sop.yaml",
                                    "text/yaml",
                                    "sop:\n  kode: x\nlangkah: []\n".getBytes(StandardCharsets.UTF_8)));
            v.send("main form[enctype]");
        }));
        all.add(brought("kelola-pengaturan-galat", Who.ADMIN, false, v -> {
            v.go("/kelola/pengaturan").page().fill("#surel_kontak", "bukan surel");
            v.send("main form");
        }));
    }

    private static void importing(Visit v, String kind, String text) {
        v.go("/kelola/" + kind + "/impor").page().fill("#teks", text);
        v.send("form[action$='/impor']");
    }

    private static void choose(Visit v, String action) {
        v.go("/meja").page().locator("input[name=pilih]").first().check();
        v.press("button[value=" + action + "]");
    }

    private static void glance(Visit v, FilledAgency.Filed filed) {
        v.go("/lacak").page().fill("#nomor", filed.number());
        v.send("main form");
    }

    private static void track(FilledAgency a, Visit v, FilledAgency.Filed filed) {
        a.forgetLimits();
        v.go("/lacak").page().fill("#nomor", filed.number());
        v.page().fill("#kode", filed.code());
        v.send("main form");
    }

    private static Stop page(String name, Who who, String route) {
        return at(name, who, route, route);
    }

    private static Stop at(String name, Who who, @Nullable String route, String path) {
        return new Stop(name, who, route, false, v -> v.go(path));
    }

    private static Stop main(String name, Who who, @Nullable String route, String path) {
        return new Stop(name, who, route, true, v -> v.go(path));
    }

    private static Stop brought(String name, Who who, boolean main, Consumer<Visit> way) {
        return new Stop(name, who, null, main, way);
    }

    @Override
    public String toString() {
        return name;
    }
}
