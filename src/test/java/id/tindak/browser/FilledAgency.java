package id.tindak.browser;

import id.tindak.account.Accounts;
import id.tindak.agency.Agencies;
import id.tindak.base.web.Limits;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import id.tindak.complaint.VoiceNote;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.ReporterVerbs;
import id.tindak.handling.Rounds;
import id.tindak.handling.SideTasks;
import id.tindak.journey.Http;
import id.tindak.journey.PublishingTown;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import id.tindak.portal.Sender;
import id.tindak.recap.RecapRound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.springframework.context.ApplicationContext;

/**
 * An agency at 10.05 on a Monday, with a complaint in every state that a page can show: fresh, nearly late, late, returned by an office, waiting for the reporter, answered, withdrawn,
 * confidential, urgent, joined, with notes, drafts, an absence and mail. Made over real HTTP, as people would.
 */
final class FilledAgency {

    private static final String NOW = "2026-11-23T10:05";
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}");
    private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

    /**
     * What a reporter holds afterwards.
     *
     * @param receipt address of the receipt page, good for half an hour
     */
    record Filed(String number, String code, String receipt) {}

    private final TestWorld world;
    private final SettableClock clock;
    private final Limits limits;

    final DemoWorld.Founded at;
    final Http ratna;
    final Http admin;
    final Filed late;
    final Filed waiting;
    final Filed answered;
    final Filed withdrawn;
    final Filed returned;
    final Filed urgent;
    final Filed confidential;
    final Filed withPicture;
    final Filed fresh;
    final String counterReceipt;
    final String passwordLink;
    final String paper;
    final String task;
    final String doneTask;
    /** Addresses of what the front desk took in, and the number of a complaint that was corrected. */
    final String letter;

    final String invitation;
    final String blanks;
    final String slip;
    final String corrected;
    /** Number of a case that stands in LAPOR! and was answered, and addresses of imports: one to be named, one to be looked through, one done. */
    final String inLapor;

    final String namedImport;
    final String seenImport;
    final String doneImport;
    /** Address of the survey on today's tablet. */
    final String tablet;
    /** Another agency, which publishes. */
    final PublishingTown town;

    private static final Map<ApplicationContext, FilledAgency> SHARED = new WeakHashMap<>();

    /** One for all tests that only look; at 10.05 again. */
    static synchronized FilledAgency shared(ApplicationContext program) {
        FilledAgency agency = SHARED.computeIfAbsent(program, FilledAgency::new);
        agency.clock.setWib(NOW);
        return agency;
    }

    FilledAgency(ApplicationContext program) {
        world = program.getBean(TestWorld.class);
        clock = program.getBean(SettableClock.class);
        limits = program.getBean(Limits.class);
        clock.setWib("2026-09-30T09:00");
        at = world.agency();
        clock.setWib("2026-11-23T07:35");
        world.agency(); // so that there is a choice of agencies
        Rounds.openSideTasks(program);
        ratna = signedIn("ratna");
        admin = signedIn("admin");

        clock.setWib("2026-11-23T07:40");
        late = file(
                "judul",
                "Jalan berlubang di depan puskesmas",
                "uraian",
                "Ada dua lubang selebar kira-kira satu meter di depan puskesmas. Kemarin sore seorang wali murid terjatuh dari motor. Mohon segera ditutup.",
                "kategori",
                "jalan",
                "kecamatan",
                "Kroya",
                "patokan",
                "Depan puskesmas",
                "nama",
                "Bambang Irawan",
                "hp",
                "0812-0000-1188");
        decide(ratna, late, 0, "tujuan", unit("DPUPR"), "teks", "Mohon dicek ke lapangan hari ini.");
        decide(signedIn("dewi.dpupr"), late, 0, "teks", "");
        clock.setWib("2026-11-23T08:00");
        decide(signedIn("joko.dpupr"), late, 0, "teks", "Sudah kami sampaikan kepada kepala dinas.");

        clock.setWib("2026-11-23T08:10");
        waiting = file(
                "judul",
                "Bantuan sosial belum cair",
                "uraian",
                "Bantuan bulan lalu belum cair sampai hari ini.",
                "kategori",
                "lain",
                "nama",
                "Slamet");
        decide(ratna, waiting, 1, "teks", "Mohon lengkapi alamat Anda supaya kami dapat mencocokkan data penerima.");

        clock.setWib("2026-11-23T08:20");
        answered = file(
                "judul",
                "Lampu jalan padam di tikungan SDN 2",
                "uraian",
                "Lampu jalan di tikungan SDN 2 padam sejak Jumat malam, tiang nomor 117 dan 118. Tikungannya gelap sekali dan tadi malam ada motor menabrak pembatas.",
                "kategori",
                "pju",
                "kecamatan",
                "Cilacap Tengah",
                "patokan",
                "Tikungan SDN 2",
                "nama",
                "Siti Aminah",
                "alamat",
                "Jalan Melati 14, RT 03 RW 05",
                "email",
                "siti@contoh.invalid");
        answer(answered);

        clock.setWib("2026-11-23T08:55");
        withdrawn = file("judul", "Antrean loket terlalu lama", "uraian", "Tadi pagi antrean loket lama sekali.");
        reporter(withdrawn)
                .get("/lacak/" + withdrawn.number() + "/tarik")
                .submit("form[action$=/tarik]", "alasan", "Sudah dilayani.");

        clock.setWib("2026-11-23T09:31");
        returned = file(
                "judul",
                "Parkir alun-alun ditarik tanpa karcis setiap malam Minggu",
                "uraian",
                "Parkir motor di sisi barat alun-alun ditarik lima ribu rupiah tanpa karcis setiap malam Minggu.",
                "kategori",
                "parkir",
                "kecamatan",
                "Cilacap Selatan",
                "nama",
                "Arif",
                "hp",
                "0812-0000-9034");
        decide(ratna, returned, 0, "tujuan", unit("DLH"), "teks", "");
        clock.setWib("2026-11-23T09:52");
        decide(signedIn("nina.dlh"), returned, 1, "teks", "Parkir bukan kewenangan kami, melainkan Dinas Perhubungan.");
        on(returned).submit("form[action$=/catatan]", "isi", "Sudah saya telepon Dishub; mereka siap menerima.");
        on(returned).submit("form[action$=/telepon]", "arah", "MASUK", "isi", "Menanyakan kapan diperiksa.");
        on(returned).submit("form[action$=/pesan]", "isi", "Aduan Anda kami arahkan ke dinas yang berwenang.");

        clock.setWib("2026-11-23T09:48");
        urgent = file(
                "judul",
                "Kebakaran lahan dekat permukiman",
                "uraian",
                "Ada kebakaran lahan di dekat permukiman kami, asapnya tebal.",
                "kecamatan",
                "Adipala",
                "nama",
                "Nurul Hidayah");
        confidential = file(
                "judul",
                "Sumbangan komite diminta wajib",
                "uraian",
                "Orang tua murid diminta membayar sumbangan komite satu juta rupiah dan nama anak diumumkan bila belum membayar.",
                "kategori",
                "sekolah",
                "sifat",
                "RAHASIA",
                "menyangkut",
                "ya",
                "terlapor",
                "Ketua komite sekolah",
                "nama",
                "Dian Permata",
                "email",
                "dian@contoh.invalid");
        PostRound.deliver(program);
        withPicture = withPicture();
        voiceNote(program);

        clock.setWib("2026-11-23T10:02");
        Filed same = file(
                "judul",
                "Lubang di jalan depan puskesmas Kroya",
                "uraian",
                "Lubang di depan puskesmas sangat berbahaya.",
                "kategori",
                "jalan",
                "kecamatan",
                "Kroya",
                "nama",
                "Tari");
        on(same).submit("form[action$=/gabung]", "nomor", late.number(), "alasan", "Kejadian dan tempatnya sama.");
        fresh = file(
                "judul",
                "Usul zebra cross di depan madrasah",
                "uraian",
                "Mohon dibuatkan zebra cross di depan madrasah karena anak-anak menyeberang di jalan yang ramai setiap pagi.",
                "jenis",
                "aspirasi",
                "kategori",
                "jalan",
                "kecamatan",
                "Majenang",
                "nama",
                "Nurul Hidayah",
                "alamat",
                "Desa Contoh RT 04",
                "hp",
                "0812-0000-4410",
                "email",
                "nurul@contoh.invalid");
        on(fresh)
                .submit(
                        "form[action$=/langkah]:has(input[name=cabang][value=1])",
                        "teks",
                        "Mohon sebutkan nama madrasahnya",
                        "aksi",
                        "draf");
        counterReceipt = counter();
        String sheet = "/aduan/" + returned.number() + "/naskah/data-pengaduan";
        ratna.get(sheet).submit("form[action$='/pdf']");
        paper = link(ratna, sheet, "a[href*='/periksa/']").replace("/periksa/", "");
        String sign = program.getBean(AttachedFiles.class).keep(at.agency().id(), picture());
        program.getBean(Agencies.class).set(at.agency().id(), Map.of("kop_lambang", sign, "survei_publik", "ya"), null);
        absence();
        books();
        doneTask = recap(program);
        task = link(ratna, "/meja/tugas", "main h3 a");
        ratna.get("/catatan-solusi/baru?aduan=" + answered.number())
                .submit(
                        "form[action$='/baru']",
                        "jawaban",
                        "Lampu jalan yang padam diperbaiki paling lama tiga hari kerja.",
                        "dasar",
                        "Perbup Contoh 12/2025 Pasal 3");
        Http.Shown brought = atFrontDesk(
                "surat",
                "nama",
                "Karang Taruna Contoh",
                "nomor_surat",
                "12/KT/XI/2026",
                "tanggal_surat",
                "2026-11-20",
                "judul",
                "Permohonan perbaikan drainase");
        letter = inside(brought.url);
        corrected = find(NUMBER, brought);
        ratna.get("/aduan/" + corrected + "/ralat")
                .submit(
                        "form[action$=/ralat]",
                        "isian",
                        "nama",
                        "nilai",
                        "Karang Taruna Melati",
                        "alasan",
                        "Salah baca.");
        invitation = inside(atFrontDesk(
                        "surat",
                        "nama",
                        "Panitia Contoh",
                        "judul",
                        "Undangan rapat",
                        "bukan_pengaduan",
                        "ya",
                        "diteruskan",
                        "Bagian Protokol")
                .url);
        blanks = inside(ratna.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "3").url);
        slip = inside(ratna.get("/meja-depan/aduan/" + corrected)
                .submit("form[action$=/kode]", "dokumen", "KTP", "nama", "Karang Taruna Melati")
                .url);
        String rows = "Tracking ID;Isi Laporan;Tanggal Laporan;Status;Nama Pelapor\n"
                + "8123456;Lampu jalan di depan pasar padam sejak Jumat malam;12/11/2026 08:15;Proses;Wati Contoh\n"
                + "8123457;Trotoar rusak;kemarin;Proses;Joko Contoh\n";
        namedImport = imported(rows);
        seenImport = imported(rows).replace("/kolom", "");
        doneImport = seenImport(rows);
        id.tindak.lapor.ImportRound.takeIn(program);
        ratna.get(doneImport);
        inLapor = find(NUMBER, ratna.get("/meja/cari?cari=8123456"));
        on(new Filed(inLapor, "", "")).submit("form[action$=/pesan]", "isi", "Tiang nomor berapa yang padam?");
        tablet = surveys();
        String token = program.getBean(Accounts.class)
                .passwordLink(
                        at.agency().id(), Objects.requireNonNull(at.officers().get("eko.dishub")));
        town = PublishingTown.published(world);
        passwordLink = token.startsWith("/") ? token : "/sandi/" + token;
        recaps(program);
        clock.setWib(NOW);
    }

    /** Some forms were typed from paper, and a tablet stands on the counter. */
    private String surveys() {
        List<String> forms =
                List.of("344344434", "444444444", "333433332", "234333323", "333333333", "344434434", "433343340");
        for (String digits : forms)
            ratna.get("/meja/survei/kertas")
                    .submit(
                            "main form[action$=/kertas]",
                            "nilai",
                            digits,
                            "kelamin",
                            digits.startsWith("3") ? "P" : "L",
                            "pendidikan",
                            "SMA",
                            "unit",
                            unit("DUKCAPIL"),
                            "saran",
                            digits.startsWith("344") ? "Antreannya lebih cepat sejak ada nomor." : "");
        Http.Shown opened =
                ratna.get("/meja/survei/loket").submit("main form[action$=/loket]", "unit", unit("DUKCAPIL"));
        return inside(opened.page().select(".kode").text());
    }

    /** Address of the page on which an export's columns are named. */
    private String imported(String rows) {
        return inside(new Sender(ratna.get("/meja/sp4n/impor"), "form[action$=/impor]")
                .file("lapor.csv", "text/csv", rows.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .by(ratna)
                .url);
    }

    /** Address of an import that was begun. */
    private String seenImport(String rows) {
        Http.Shown preview = ratna.get(imported(rows)).submit("form[action$=/kolom]");
        return inside(preview.submit("main form[method=post]").url);
    }

    /** Path of the agency, without a slash at its end. */
    String prefix() {
        return "/" + at.agency().slug();
    }

    /** Address of the agency that publishes. */
    String townRoot() {
        return root() + "/" + town.at().agency().slug();
    }

    String root() {
        return world.root();
    }

    /** Address inside the agency of the first link on an administrator's page that fits. */
    String link(String page, String selector) {
        return link(admin, page, selector);
    }

    /** The same as somebody else sees it. */
    String link(Http who, String page, String selector) {
        Http.Shown shown = who.get(page);
        Element link = shown.page().selectFirst(selector);
        if (link == null) throw new AssertionError("no " + selector + " on " + page + ": " + shown.text());
        return inside(link.absUrl("href"));
    }

    private String inside(String url) {
        return url.substring((root() + prefix()).length());
    }

    /** The limits against floods are counted per address, and all of this comes from one. */
    void forgetLimits() {
        limits.forget();
    }

    Http signedIn(String username) {
        forgetLimits();
        return world.signedIn(at, username);
    }

    /** The reporter, who has shown number and code. */
    Http reporter(Filed filed) {
        forgetLimits();
        Http http = world.browser(at);
        http.get("/lacak").submit("form[action$=/lacak]", "nomor", filed.number(), "kode", filed.code());
        return http;
    }

    private Filed file(String... fields) {
        forgetLimits();
        List<String> all =
                new ArrayList<>(List.of("jenis", "pengaduan", "patokan", "Sebelah balai desa", "benar", "ya"));
        all.addAll(Arrays.asList(fields));
        Http.Shown receipt = world.browser(at).get("/lapor").submit("form[action$=/lapor]", all.toArray(String[]::new));
        return new Filed(find(NUMBER, receipt), find(CODE, receipt), inside(receipt.url));
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Drafts of the months before, one of them frozen with a revision, and this month as it runs. */
    private void recaps(ApplicationContext program) {
        RecapRound.run(program);
        ratna.get("/rekap/2026-11").submit("main form[action$='/hitung']");
        freeze(program);
        ratna.get("/rekap/2026-10").submit("form[action$='/revisi']", "alasan", "Kategori satu aduan dibetulkan.");
        freeze(program);
    }

    private void freeze(ApplicationContext program) {
        RecapRound.work(program);
        Http.Shown draft = ratna.get("/rekap/2026-10");
        draft.submit(
                "form:has([value=bekukan])",
                "aksi",
                "bekukan",
                "catatan",
                "Belum ada aduan: layanan baru dibuka.",
                "mengetahui",
                draft.page().select("#mengetahui option").last().attr("value"));
        RecapRound.work(program);
    }

    /** The first month's recap is done, with a file. */
    private String recap(ApplicationContext program) {
        String path = link(ratna, "/meja/tugas", "main h3 a");
        byte[] sheet = picture();
        StoredFile file = new StoredFile(
                "rekap.png",
                "image/png",
                sheet.length,
                program.getBean(AttachedFiles.class).keep(at.agency().id(), sheet));
        long officer = Objects.requireNonNull(at.officers().get("ratna"));
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        program.getBean(SideTasks.class).finish(at.agency().id(), officer, id, "Rekap sudah disampaikan.", file);
        return path;
    }

    private Filed withPicture() {
        forgetLimits();
        Http.Shown receipt = Sender.complaint(world.browser(at))
                .with("judul", "Pohon tumbang menutup jalan desa")
                .with("uraian", "Pohon tumbang menutup jalan desa sejak tadi pagi.")
                .with("nama", "Yoga")
                .file("pohon-tumbang.png", "image/png", picture())
                .by(world.browser(at));
        return new Filed(find(NUMBER, receipt), find(CODE, receipt), inside(receipt.url));
    }

    /** The reporter speaks, and an officer writes down what he says. */
    private void voiceNote(ApplicationContext program) {
        Complaint c = program.getBean(Complaints.class)
                .byNumber(at.agency().id(), withPicture.number())
                .orElseThrow();
        byte[] sound = VoiceNote.seconds(1);
        try {
            StoredFile file = program.getBean(Uploads.class)
                    .accept(c.agencyId(), "pesan-suara.wav", new ByteArrayInputStream(sound), Uploads.Origin.MESSAGE);
            program.getBean(ReporterVerbs.class)
                    .write(c.agencyId(), c.id(), "", new ReporterVerbs.Supplied(null, null, null, null), List.of(file));
        } catch (Uploads.Refused no) {
            throw new AssertionError(no);
        }
        ratna.get(link(ratna, "/aduan/" + withPicture.number(), "a[href*='berkas=']"))
                .submit("form[action*=/transkrip/]", "bahasa", "JAWA", "isi", "Wite ambruk ana ing tengah dalan.");
    }

    private String counter() {
        Http.Shown saved = ratna.get("/meja/catat")
                .submit(
                        "form[action$=/meja/catat]",
                        "kanal",
                        "whatsapp",
                        "jenis",
                        "pengaduan",
                        "judul",
                        "Saluran air tersumbat di pasar",
                        "uraian",
                        "Saluran air di pasar tersumbat dan meluap ke kios.",
                        "kategori",
                        "drainase",
                        "kecamatan",
                        "Maos",
                        "patokan",
                        "Pintu utara pasar",
                        "nama",
                        "Ibu Warsiti",
                        "hp",
                        "0812-0000-2277",
                        "benar",
                        "ya");
        find(NUMBER, saved);
        return inside(saved.url);
    }

    /** A letter that was corrected and one that was cancelled, and a guest. */
    private void books() {
        for (String subject : List.of("Permohonan penambahan ruang kelas", "Tercatat dua kali"))
            ratna.get("/buku/buku-agenda/baru")
                    .submit("form[action$=/baru]", "nama", "Karang Taruna Contoh", "perihal", subject);
        ratna.get("/buku/buku-agenda/2026/1")
                .submit(
                        "form[action$=/ralat]:has(select)",
                        "isian",
                        "nama",
                        "nilai",
                        "SDN 1 Contoh",
                        "alasan",
                        "Pengirimnya sekolah.");
        ratna.get("/buku/buku-agenda/2026/2").submit("form[action$=/batal]", "alasan_batal", "Sama dengan nomor 1.");
        Http.Shown guest = ratna.get("/buku/buku-tamu/baru")
                .submit("form[action$=/baru]", "nama", "Ibu Warsiti", "keperluan", "Menyerahkan surat");
        if (guest.status != 200 || !guest.url.endsWith("/2026/1")) throw new AssertionError(guest.text());
    }

    private Http.Shown atFrontDesk(String way, String... fields) {
        Http.Shown saved = ratna.get("/meja-depan?masuk=" + way).submit("form[action$=/meja-depan]", fields);
        if (!saved.url.matches(".*/meja-depan/\\d+")) throw new AssertionError(saved.text());
        return saved;
    }

    private void absence() {
        Http.Shown done = admin.get("/kelola/cuti")
                .submit(
                        "form[action$=/kelola/cuti]",
                        "petugas",
                        officer("bagus"),
                        "pengganti",
                        officer("ratna"),
                        "mulai",
                        "2026-11-24",
                        "sampai",
                        "2026-11-27",
                        "alasan",
                        "Diklat");
        if (done.status != 200) throw new AssertionError(done.text());
    }

    private void answer(Filed filed) {
        decide(ratna, filed, 0, "tujuan", unit("PERKIM"), "teks", "");
        decide(signedIn("tono.perkim"), filed, 0, "teks", "");
        decide(signedIn("lina.perkim"), filed, 0, "teks", "");
        clock.setWib("2026-11-23T08:45");
        decide(signedIn("agus.perkim"), filed, 0, "teks", "Dua lampu diganti malam ini.");
        decide(signedIn("lina.perkim"), filed, 0, "teks", "");
        decide(
                signedIn("tono.perkim"),
                filed,
                0,
                "teks",
                "Dua lampu di tikungan SDN 2, pada tiang 117 dan 118, sudah kami ganti. Terima kasih atas laporan Anda.",
                "janji_1",
                "Tiang 116 sampai 120 diperiksa dan kabelnya diganti",
                "janji_oleh_1",
                "Bidang Penerangan Jalan",
                "janji_tanggal_1",
                "2026-11-30");
    }

    private Http.Shown on(Filed filed) {
        Http.Shown shown = ratna.get("/aduan/" + filed.number());
        if (shown.status != 200) throw new AssertionError(shown.text());
        return shown;
    }

    private static void decide(Http officer, Filed filed, int branch, String... fields) {
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(List.of("aksi", "kirim"));
        Http.Shown after = officer.get("/aduan/" + filed.number())
                .submit(
                        "form[action$=/langkah]:has(input[name=cabang][value=" + branch + "])",
                        all.toArray(String[]::new));
        if (after.status != 200 || after.page().selectFirst(".galat") != null) throw new AssertionError(after.text());
    }

    String unit(String code) {
        return Long.toString(Objects.requireNonNull(at.units().get(code)));
    }

    String officer(String username) {
        return Long.toString(Objects.requireNonNull(at.officers().get(username)));
    }

    private static String find(Pattern pattern, Http.Shown page) {
        Matcher m = pattern.matcher(page.text());
        if (!m.find()) throw new AssertionError(page.status + " " + page.url + " " + page.text());
        return m.group();
    }
}
