package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is uploaded as an SOP file, the answer is a sentence with a line. */
class HostileYamlTest {

    private static final String CILACAP = SopTexts.shipped("004-cilacap-laporbup");

    @Test
    void aliases_are_refused_before_they_can_grow() {
        String bomb = """
                a: &a [x, x]
                b: &b [*a, *a]
                c: &c [*b, *b]
                """;
        assertThat(only(bomb))
                .isEqualTo(
                        "1: Jangkar (&) dan rujukan (*) tidak dipakai dalam berkas SOP. Tulis isinya, atau beri tanda kutip bila itu teks.");
    }

    @Test
    void five_megabytes_are_refused_at_once() {
        String big = "a: " + "x".repeat(5_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(only(big)).isEqualTo("1: Berkas terlalu besar: paling banyak 200.000 aksara."));
    }

    @Test
    void a_tab_is_named() {
        assertThat(only("sop:\n\tkode: a\n")).isEqualTo("2: Baris ini memuat tab. Pakai spasi untuk lekukan.");
    }

    @Test
    void a_word_written_twice_names_the_first_line() {
        int line = line(CILACAP, "versi: 1");
        assertThat(first(CILACAP.replace("  versi: 1", "  versi: 1\n  versi: 2")))
                .isEqualTo(line + 1 + ": \"versi\" sudah ditulis di baris " + line + ". Hapus salah satu.");
    }

    @Test
    void the_column_no_is_a_word_and_not_false() {
        assertThat(SopTexts.valid(CILACAP).step("1").actor()).isEqualTo("pemohon");
    }

    @Test
    void a_number_stays_the_text_that_was_written() {
        String yaml = CILACAP.replace("- no: 8\n", "- no: 1e3\n").replace("lanjut: 8\n", "lanjut: 1e3\n");
        assertThat(SopTexts.valid(yaml).step("1e3").automatic()).isTrue();
    }

    @Test
    void nothing_at_all() {
        for (String empty : List.of("", "   \n", "# hanya catatan\n", "---\n", "~")) {
            assertThat(SopFile.read(empty)).as(empty).isInstanceOf(SopFile.Invalid.class);
        }
        assertThat(only("")).isEqualTo("1: Berkas kosong.");
    }

    @Test
    void wrong_kinds_of_things() {
        assertThat(only("[1, 2]"))
                .isEqualTo("1: Isi berkas SOP harus berupa kata-kata dengan titik dua, misalnya \"nama: Pemohon\".");
        assertThat(first("sop: teks\n")).startsWith("1: ");
        assertThat(only(CILACAP.replace("    pelaksana: kepala\n", "    pelaksana: {a: b}\n")))
                .isEqualTo(line(CILACAP, "pelaksana: kepala") + ": \"pelaksana\" di langkah 5 harus berupa teks.");
        assertThat(only("? [a, b]\n: c\n"))
                .isEqualTo("1: Di sebelah kiri titik dua harus ada satu kata, bukan daftar.");
        assertThat(only("a: !!java.lang.Runtime x\n"))
                .isEqualTo("1: Penanda (!) tidak dipakai dalam berkas SOP. Beri tanda kutip bila itu teks.");
        assertThat(only("a: 1\n---\nb: 2\n"))
                .isEqualTo("2: Satu berkas memuat satu SOP. Hapus garis \"---\" kedua dan isi sesudahnya.");
        assertThat(only("a: " + "[".repeat(5000)))
                .isEqualTo("1: Susunan terlalu dalam. Periksa tanda kurung dan lekukan.");
    }

    @Test
    void common_slips_of_the_pen() {
        assertThat(only("sop:\n  nama: SOP: Pengaduan\n"))
                .isEqualTo("2: Ada titik dua di tengah teks. Beri tanda kutip ganda di kedua ujung teks itu.");
        assertThat(only("sop:\n  nama: \"SOP Pengaduan\n")).endsWith("Tanda kutip dibuka tetapi tidak ditutup.");
        assertThat(only("sop: {nama: SOP\nkanal: {}\n")).contains("Tanda kurung dibuka tetapi tidak ditutup");
        assertThat(only("sop:\n  nama: @instansi\n"))
                .isEqualTo("2: Teks tidak boleh diawali tanda itu. Beri tanda kutip ganda di kedua ujungnya.");
        assertThat(only("sop:\n  nama: a\n kode: b\n")).startsWith("3: ");
        assertThat(only("a: \u0000\n")).startsWith("1: Berkas memuat aksara yang tidak dapat dibaca");
    }

    @Test
    void two_hundred_steps_are_enough_and_judged_quickly() {
        StringBuilder steps = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            steps.append("  - {no: ")
                    .append(i)
                    .append(", kegiatan: k, pelaksana: a, lanjut: ")
                    .append(i == 1 ? "SELESAI" : i - 1 + "")
                    .append("}\n");
        }
        String yaml =
                "sop: {kode: a, versi: 1, nama: a, instansi: a}\nkanal: {web: {mulai: 200}}\npelaksana: {a: {nama: a, dari: masyarakat}}\nlangkah:\n"
                        + steps;
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> SopFile.read(yaml));
        assertThat(first(yaml + "  - {no: 201, kegiatan: k, pelaksana: a, lanjut: 1}\n"))
                .isEqualTo("205: Terlalu banyak langkah: satu SOP paling banyak 200 langkah.");
    }

    /** Bytes changed, lines dropped, doubled and swapped in a real file: always an answer, never an exception. */
    @Test
    void a_mangled_file_gives_sentences() {
        Random random = new Random(20261122);
        String alphabet = "abc 019:{}[]-,#&*!|>'\"%@`\n\t?~\u0007\u00e9\ud83d\ude00";
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(CILACAP);
            for (int change = 0; change <= round % 6; change++) {
                int at = random.nextInt(text.length() - 40);
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.delete(at, at + random.nextInt(40));
                    case 2 -> text.insert(at, text.substring(at, at + random.nextInt(40)));
                    default -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            String mangled = text.toString();
            assertThatCode(() -> {
                        switch (SopFile.read(mangled)) {
                            case SopFile.Valid valid -> {
                                SopTable.html(valid.sop());
                                Bpmn.xml(valid.sop());
                            }
                            case SopFile.Invalid invalid ->
                                assertThat(invalid.faults())
                                        .isNotEmpty()
                                        .allSatisfy(fault ->
                                                assertThat(fault.line()).isPositive())
                                        .allSatisfy(fault ->
                                                assertThat(fault.sentence()).endsWith("."));
                        }
                    })
                    .as("round %s", mangled.hashCode())
                    .doesNotThrowAnyException();
        }
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count()
                + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
    }

    private static String only(String yaml) {
        List<String> all = all(yaml);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String first(String yaml) {
        return all(yaml).getFirst();
    }

    private static List<String> all(String yaml) {
        return switch (SopFile.read(yaml)) {
            case SopFile.Valid valid -> throw new AssertionError("accepted");
            case SopFile.Invalid invalid ->
                invalid.faults().stream()
                        .filter(Fault::error)
                        .map(fault -> fault.line() + ": " + fault.sentence())
                        .toList();
        };
    }
}
