package id.tindak.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented complaints as people write them, with invented personal data planted in known places: half of the names stand in no list of names. Always the same ones. */
final class PlantedTexts {

    record Planted(Trace.Kind kind, int from, int to) {}

    record Text(String text, List<Planted> planted) {}

    private static final List<String> COMMON = List.of(
            "Budi Santoso",
            "Siti Aminah",
            "Sri Wahyuni",
            "Agus Setiawan",
            "Dewi Lestari",
            "Slamet Riyadi",
            "Nurul Hidayati",
            "Eko Prasetyo",
            "Rina Susanti",
            "Ahmad Fauzi",
            "Yuni Astuti",
            "Hendra Wijaya",
            "Suparman",
            "Sumarni",
            "Joko");

    private static final List<String> RARE = List.of(
            "Wirasena Tarumanegara",
            "Kalindra Pusparani",
            "Mbayan Sitorangkir",
            "Okkyta Raspaiman",
            "Yosefina Kelabetme",
            "Ferdinan Moruk",
            "Zefanya Lumbansiantar",
            "Tarisha",
            "Gribig Wonosegoro",
            "Arkanza",
            "Palguna Dwipayasa",
            "Unggul Waskitajati");

    private static final List<String> CLEAN = List.of(
            "Jalan di depan SD Negeri 2 Karangsari berlubang sejak Lebaran, sudah banyak motor jatuh.",
            "Lampu penerangan jalan mati di Gang Melati RT 03 sudah seminggu.",
            "Sampah di TPS Pasar Legi tidak diangkut 4 hari, baunya menyengat.",
            "Mohon info syarat membuat KK baru dan berapa lama selesainya?",
            "Air PDAM keruh dan kecil setiap pagi di Perumahan Griya Asri.",
            "Bapak Bupati yang terhormat, kapan jembatan Kali Serayu diperbaiki?",
            "Antrean di Disdukcapil dari jam 7 sampai jam 12, kursi hanya 10.",
            "Kepada Ibu Kepala Dinas Pendidikan, iuran komite SMP 1 sebesar Rp 150.000 memberatkan.",
            "Truk pasir lewat Jalan Jenderal Sudirman tiap malam, jalan rusak 2 km.",
            "Saya usul taman bermain di alun-alun. Anak-anak tidak punya tempat.",
            "Puskesmas tutup pukul 11.30 padahal di papan tertulis 14.00.",
            "Pak RT sudah lapor ke kelurahan tanggal 12 November 2026 tetapi belum ada jawaban.",
            "Surat nomor 300.1/020/419.117/2024 belum dibalas sampai sekarang.",
            "Bus sekolah penuh, kapasitas 30 orang diisi 60 orang.",
            "Selokan depan Masjid Al Hidayah mampet sehingga banjir setinggi 40 cm.",
            "Kami warga Desa Wonosari menunggu bantuan bibit sejak Januari.");

    private final Random random = new Random(20261123);

    /** @param n how many texts; every one with one to three planted things */
    static List<Text> planted(int n) {
        PlantedTexts made = new PlantedTexts();
        return Stream.generate(made::text).limit(n).toList();
    }

    /** Texts without anything personal. */
    static List<String> clean() {
        return CLEAN;
    }

    private Text text() {
        StringBuilder out = new StringBuilder();
        List<Planted> planted = new ArrayList<>();
        List<Runnable> parts = new ArrayList<>();
        int things = 1 + random.nextInt(3);
        for (int i = 0; i < things; i++) parts.add(() -> plant(out, planted));
        parts.add(random.nextInt(parts.size() + 1), () -> out.append(one(CLEAN)).append(' '));
        parts.forEach(Runnable::run);
        return new Text(out.toString().strip(), List.copyOf(planted));
    }

    private void plant(StringBuilder out, List<Planted> planted) {
        switch (random.nextInt(12)) {
            case 0 -> put(out, planted, Trace.Kind.NIK, one(List.of("NIK saya ", "KTP ", "No KK: ", "")), nik(), ". ");
            case 1, 2 ->
                put(
                        out,
                        planted,
                        Trace.Kind.TELEPON,
                        one(List.of("Hubungi ", "HP ", "WA ", "bisa ditelpon di ", "No hp saya ", "")),
                        phone(),
                        one(List.of(". ", " ya. ", ", terima kasih. ")));
            case 3 -> put(out, planted, Trace.Kind.SUREL, one(List.of("Email: ", "surel saya ", "")), email(), " . ");
            case 4 ->
                put(
                        out,
                        planted,
                        Trace.Kind.PELAT,
                        one(List.of("Mobil plat ", "motor ", "truk nopol ", "Angkot ")),
                        plate(),
                        " ugal-ugalan. ");
            case 5 ->
                put(
                        out,
                        planted,
                        Trace.Kind.ALAMAT,
                        one(List.of("Alamat saya ", "Rumah saya di ", "Saya tinggal di ", "alamat: ", "Datang ke ")),
                        address(),
                        one(List.of(". ", ", mohon segera. ", "\n")));
            case 6 ->
                put(
                        out,
                        planted,
                        Trace.Kind.NOMOR,
                        one(List.of("No rekening BRI ", "No. BPJS ", "ID pelanggan ", "NIP ")),
                        digits(10 + random.nextInt(4)),
                        ". ");
            case 7 ->
                put(
                        out,
                        planted,
                        Trace.Kind.NAMA,
                        one(List.of("Nama saya ", "nama: ", "atas nama ", "Saya bernama ", "a.n. ")),
                        name(),
                        one(List.of(". ", ", ", " dari Kelurahan Sumber. ")));
            case 8, 9 ->
                put(
                        out,
                        planted,
                        Trace.Kind.NAMA,
                        one(List.of(
                                "Kata Pak ", "Tetangga saya Bu ", "Petugas bernama ", "Oknum Bpk. ", "Sdr. ", "mas ")),
                        name(),
                        one(List.of(" tidak mau melayani. ", " sakit. ", ". ")));
            case 10 ->
                put(
                        out,
                        planted,
                        Trace.Kind.NAMA,
                        one(List.of("Kemarin ", "Anak itu, ", "Yang jatuh kemarin ", "Salam, ")),
                        name(),
                        one(List.of(" terjatuh dari motor. ", ". ", ", umur 9 tahun. ")));
            default ->
                put(
                        out,
                        planted,
                        Trace.Kind.AKUN,
                        one(List.of("IG: ", "akun ", "facebook: ")),
                        "@" + one(List.of("warga_kota", "aminah.88", "budi_s", "lestari99")),
                        ". ");
        }
    }

    private void put(
            StringBuilder out, List<Planted> planted, Trace.Kind kind, String before, String what, String after) {
        out.append(before);
        planted.add(new Planted(kind, out.length(), out.length() + what.length()));
        out.append(what).append(after);
    }

    private String name() {
        String name = one(random.nextBoolean() ? COMMON : RARE);
        return random.nextInt(6) == 0 ? name.toLowerCase(Locale.ROOT) : name;
    }

    private String nik() {
        String d = "33" + digits(14);
        return random.nextInt(3) == 0 ? d.replaceAll("(.{4})(?!$)", "$1 ") : d;
    }

    private String phone() {
        String rest = digits(8 + random.nextInt(3));
        String number = one(List.of("08", "08", "628", "+628")) + (1 + random.nextInt(9)) + rest;
        return switch (random.nextInt(4)) {
            case 0 -> number.replaceAll("(.{4})(?!$)", "$1-");
            case 1 -> number.replaceAll("(.{4})(?!$)", "$1 ");
            default -> number;
        };
    }

    private String email() {
        return one(List.of("budi.s", "aminah99", "warga-kita", "sri_w"))
                + one(List.of("@", "@", " (at) "))
                + one(List.of("contoh.id", "surat.co.id", "mail.contoh.com"));
    }

    private String plate() {
        String p = one(List.of("B", "R", "AB", "KT", "S", "N", "AG")) + " " + (1000 + random.nextInt(9000)) + " "
                + one(List.of("XYZ", "AB", "KLM", "QT"));
        return switch (random.nextInt(4)) {
            case 0 -> p.replace(" ", "");
            case 1 -> p.toLowerCase(Locale.ROOT);
            default -> p;
        };
    }

    private String address() {
        String street = one(
                List.of("Jl. Kenanga", "Jalan Merpati Barat", "Gang Mawar", "jl sindoro", "Perum Griya Indah Blok C"));
        return street + " No. " + (1 + random.nextInt(120))
                + one(List.of("", " RT 02/RW 05", ", RT 3 RW 1", " RT 01 RW 04 Kelurahan Sumber"));
    }

    private String digits(int n) {
        return random.ints(n, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Of each kind, how many were planted and how many found: every letter and figure of it is covered. */
    static Map<Trace.Kind, int[]> counted(List<Text> texts, java.util.function.Function<String, List<Trace>> finder) {
        Map<Trace.Kind, int[]> counts = new EnumMap<>(Trace.Kind.class);
        for (Text t : texts) {
            List<Trace> found = finder.apply(t.text());
            for (Planted p : t.planted()) {
                int[] c = counts.computeIfAbsent(p.kind(), k -> new int[2]);
                c[0]++;
                boolean covered = java.util.stream.IntStream.range(p.from(), p.to())
                        .filter(i -> Character.isLetterOrDigit(t.text().charAt(i)))
                        .allMatch(i -> found.stream().anyMatch(f -> f.from() <= i && i < f.to()));
                if (covered) c[1]++;
            }
        }
        return counts;
    }
}
