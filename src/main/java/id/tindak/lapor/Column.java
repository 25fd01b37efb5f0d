package id.tindak.lapor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a column of an export may hold. The headings of LAPOR!'s own export are not public: they are guessed by the words that people use for such things, and a person confirms the guess. Pure.
 */
public enum Column {
    NOMOR(
            List.of(
                    "tracking id",
                    "trackingid",
                    "id tracking",
                    "nomor tracking",
                    "no tracking",
                    "kode tracking",
                    "nomor laporan",
                    "no laporan",
                    "id laporan",
                    "kode laporan",
                    "nomor tiket",
                    "no tiket",
                    "tiket id",
                    "id tiket",
                    "ticket id",
                    "nomor aduan",
                    "no aduan",
                    "id aduan",
                    "nomor pengaduan",
                    "no pengaduan",
                    "id pengaduan",
                    "tracking"),
            List.of("surat", "telepon", "hp")),
    ISI(
            List.of(
                    "isi laporan",
                    "isi aduan",
                    "isi pengaduan",
                    "isi laporan lengkap",
                    "isi laporan awal",
                    "uraian laporan",
                    "uraian",
                    "detail laporan",
                    "detail aduan",
                    "deskripsi",
                    "deskripsi laporan",
                    "konten laporan",
                    "konten",
                    "laporan lengkap",
                    "isi",
                    "laporan",
                    "aduan",
                    "pengaduan"),
            List.of(
                    "tanggal",
                    "tgl",
                    "waktu",
                    "status",
                    "nomor",
                    "no",
                    "id",
                    "judul",
                    "kategori",
                    "klasifikasi",
                    "jenis",
                    "sumber",
                    "jumlah",
                    "nama",
                    "tindak",
                    "jawaban",
                    "akhir",
                    "topik",
                    "kanal",
                    "lokasi")),
    JUDUL(
            List.of(
                    "judul laporan",
                    "judul aduan",
                    "judul pengaduan",
                    "judul",
                    "perihal",
                    "subjek",
                    "subject",
                    "topik laporan"),
            List.of()),
    TANGGAL(
            List.of(
                    "tanggal laporan masuk",
                    "tanggal laporan",
                    "tgl laporan",
                    "tanggal masuk",
                    "tgl masuk",
                    "tanggal dibuat",
                    "waktu laporan",
                    "waktu masuk",
                    "tanggal aduan",
                    "tanggal pengaduan",
                    "tanggal lapor",
                    "tanggal pelaporan",
                    "tanggal kirim",
                    "created at",
                    "tanggal terima",
                    "tanggal",
                    "tgl",
                    "waktu"),
            List.of(
                    "selesai",
                    "tutup",
                    "tindak",
                    "jawab",
                    "disposisi",
                    "kejadian",
                    "update",
                    "ubah",
                    "akhir",
                    "verifikasi",
                    "lahir",
                    "tenggat",
                    "batas")),
    KEADAAN(
            List.of(
                    "status laporan",
                    "status aduan",
                    "status pengaduan",
                    "status tindak lanjut",
                    "status",
                    "keadaan",
                    "state",
                    "progres",
                    "progress"),
            List.of("tanggal", "tgl", "anonim", "rahasia", "verifikasi", "privasi", "sla", "kawin")),
    NAMA(
            List.of("nama pelapor", "nama pengadu", "nama lengkap", "nama pengirim", "pelapor", "pengadu", "nama"),
            List.of(
                    "instansi",
                    "unit",
                    "admin",
                    "petugas",
                    "disposisi",
                    "penghubung",
                    "kategori",
                    "terlapor",
                    "opd",
                    "email",
                    "no",
                    "nomor",
                    "id",
                    "alamat",
                    "jenis",
                    "usia",
                    "gender",
                    "kelamin",
                    "kanal")),
    ANONIM(
            List.of(
                    "anonim",
                    "anonymous",
                    "is anonymous",
                    "is anonim",
                    "status anonim",
                    "pelapor anonim",
                    "laporan anonim"),
            List.of()),
    RAHASIA(
            List.of(
                    "rahasia",
                    "laporan rahasia",
                    "status rahasia",
                    "is rahasia",
                    "is secret",
                    "secret",
                    "kerahasiaan",
                    "privasi",
                    "sifat laporan",
                    "sifat"),
            List.of()),
    KLASIFIKASI(
            List.of(
                    "klasifikasi laporan",
                    "klasifikasi",
                    "jenis laporan",
                    "jenis aduan",
                    "jenis pengaduan",
                    "tipe laporan",
                    "tipe"),
            List.of("pelapor", "kelamin")),
    KATEGORI(
            List.of("kategori laporan", "kategori aduan", "kategori", "topik", "bidang", "sektor"), List.of("pelapor")),
    LOKASI(
            List.of("lokasi kejadian", "tempat kejadian", "lokasi", "alamat kejadian", "alamat lokasi"),
            List.of("pelapor")),
    KECAMATAN(List.of("kecamatan", "kecamatan kejadian", "lokasi kecamatan"), List.of("pelapor")),
    DESA(List.of("desa", "kelurahan", "desa kelurahan", "kelurahan desa"), List.of("pelapor"));

    private static final int EXACT = 1_000;

    private final List<String> words;
    private final Set<String> never;

    /** @param never words beside which a heading means something else */
    Column(List<String> words, List<String> never) {
        this.words = words;
        this.never = Set.copyOf(never);
    }

    /** Value in forms, end of the text key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without it no row can be taken. */
    public boolean required() {
        return this == NOMOR || this == ISI;
    }

    static Optional<Column> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /** A heading as it is compared: small letters and single spaces alone. */
    static String plain(String heading) {
        return heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private record Fit(int column, Column meaning, int score) {}

    /**
     * One meaning for each heading or none, and no meaning twice: what was remembered first, then the best fits.
     *
     * @param remembered plain headings of earlier exports with the word of their column, "" for none
     */
    static List<Optional<Column>> guess(List<String> headings, Map<String, String> remembered) {
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String plain = plain(headings.get(i));
            String before = remembered.get(plain);
            if (before != null) {
                int column = i;
                of(before).ifPresent(c -> fits.add(new Fit(column, c, 2 * EXACT)));
            } else {
                for (Column c : values()) if (c.score(plain) > 0) fits.add(new Fit(i, c, c.score(plain)));
            }
        }
        List<Optional<Column>> guessed = new ArrayList<>();
        headings.forEach(h -> guessed.add(Optional.empty()));
        Set<Column> used = new HashSet<>();
        fits.stream()
                .sorted(Comparator.comparingInt(Fit::score).reversed().thenComparingInt(Fit::column))
                .forEach(f -> {
                    if (guessed.get(f.column()).isEmpty() && used.add(f.meaning()))
                        guessed.set(f.column(), Optional.of(f.meaning()));
                });
        return guessed;
    }

    /** The earlier a synonym stands and the fewer words are left over, the better. */
    private int score(String heading) {
        int exact = words.indexOf(heading);
        if (exact >= 0) return EXACT - exact;
        List<String> said = List.of(heading.split(" "));
        if (said.stream().anyMatch(never::contains)) return 0;
        return words.stream()
                .filter(w -> said.containsAll(List.of(w.split(" "))))
                .mapToInt(w -> 100 + 50 * w.split(" ").length - 10 * said.size() - words.indexOf(w))
                .max()
                .orElse(0);
    }
}
