package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every check of an SOP file, each with an offender planted into a good file: one fault, one line, one sentence. */
class SopFileTest {

    /** Line numbers matter here. */
    private static final String GOOD = """
            sop:
              kode: contoh
              versi: 1
              nama: Penanganan Pengaduan
              instansi: Dinas Contoh
              janji: 2 jam
            kanal:
              web: {mulai: 1}
            pelaksana:
              pemohon: {nama: Pemohon, dari: masyarakat}
              admin: {nama: Admin, dari: instansi}
              opd: {nama: Admin OPD, dari: tujuan}
              pihak: {nama: Pihak Terkait, dari: disposisi}
            langkah:
              - no: 1
                kegiatan: Mengirim aduan
                pelaksana: pemohon
                isian: {nama: boleh, isi: wajib}
                lanjut: 2
              - no: 2
                kegiatan: Memeriksa aduan
                pelaksana: admin
                waktu: 15 menit
                pilihan:
                  Lengkap: {ke: 3, isi: [tujuan]}
                  Tidak lengkap: {ke: 1, alasan: wajib}
                  Bukan aduan: {ke: DITOLAK, alasan: wajib}
              - no: 3
                kegiatan: Meneruskan kepada pihak
                pelaksana: opd
                waktu: 30 menit
                disposisi: {kepada: pihak, ke: 4, selesai: semua}
              - no: 4
                kegiatan: Menindaklanjuti
                pelaksana: pihak
                waktu: 60 menit
                lanjut: 5
              - no: 5
                kegiatan: Menjawab
                pelaksana: opd
                waktu: 15 menit
                sistem: [jawab: pemohon]
                lanjut: SELESAI
            berkala:
              - {kegiatan: Merekap, pelaksana: admin, setiap: bulan}
            pengingat:
              - {kegiatan: Mengingatkan, oleh: admin, langkah: [3, 4], saat: [menjelang, lewat]}
            """;

    @Test
    void the_file_that_offenders_are_planted_in_is_good() {
        assertThat(SopFile.read(GOOD)).isInstanceOf(SopFile.Valid.class);
    }

    @Test
    void unknown_word() {
        planted("    waktu: 30 menit", "    lama: 30 menit", "31: Kata \"lama\" tidak dikenal di langkah 3.");
    }

    @Test
    void misspelt_word_is_not_also_a_missing_word() {
        planted(
                "    kegiatan: Menjawab",
                "    kegiatn: Menjawab",
                "39: Kata \"kegiatn\" tidak dikenal di langkah 5. Mungkin maksud Anda \"kegiatan\".");
        planted(
                "    lanjut: 5",
                "    lanjt: 5",
                "37: Kata \"lanjt\" tidak dikenal di langkah 4. Mungkin maksud Anda \"lanjut\".");
        planted(
                "langkah:\n",
                "langkh:\n",
                "14: Kata \"langkh\" tidak dikenal di berkas SOP. Mungkin maksud Anda \"langkah\".");
        planted(
                "pelaksana:\n  pemohon",
                "pelaksna:\n  pemohon",
                "9: Kata \"pelaksna\" tidak dikenal di berkas SOP. Mungkin maksud Anda \"pelaksana\".");
    }

    @Test
    void a_misspelt_filling_is_not_also_a_missing_unit() {
        planted("isi: [tujuan]", "isi: [tujaun]", "25: Isi \"tujaun\" tidak dikenal. Mungkin maksud Anda \"tujuan\".");
    }

    @Test
    void a_file_that_has_hardly_begun_is_told_what_is_missing_and_nothing_else() {
        assertThat(faults("sop:\n  kode: a\n"))
                .containsExactly(
                        "1: \"pelaksana\", \"langkah\", dan \"kanal\" belum diisi di berkas SOP.",
                        "1: \"versi\", \"nama\", dan \"instansi\" belum diisi di \"sop\".");
    }

    @Test
    void missing_words() {
        planted("    kegiatan: Menjawab\n", "", "38: \"kegiatan\" belum diisi di langkah 5.");
        planted("  instansi: Dinas Contoh\n", "", "1: \"instansi\" belum diisi di \"sop\".");
        planted(
                "  admin: {nama: Admin, dari: instansi}",
                "  admin:",
                "11: \"dari\" dan \"nama\" belum diisi di pelaksana admin.");
        planted("  - no: 4\n    kegiatan", "  - kegiatan", "33: \"no\" belum diisi di langkah ini.");
        planted("  web: {mulai: 1}", "  web: {}", "8: \"mulai\" belum diisi di kanal web.");
    }

    @Test
    void missing_target() {
        planted(
                "lanjut: 5",
                "lanjut: 55",
                "37: Langkah 4 menuju langkah \"55\" yang tidak ada. Mungkin maksud Anda \"5\".");
        planted("ke: 3, isi", "ke: 9, isi", "25: Cabang \"Lengkap\" di langkah 2 menuju langkah \"9\" yang tidak ada.");
        planted(
                "lanjut: SELESAI",
                "lanjut: selesai",
                "43: Langkah 5 menuju langkah \"selesai\" yang tidak ada. Mungkin maksud Anda \"SELESAI\".");
        planted("ke: 4, selesai", "ke: 8, selesai", "32: Disposisi di langkah 3 menuju langkah \"8\" yang tidak ada.");
        planted("{mulai: 1}", "{mulai: 7}", "8: Kanal web mulai di langkah \"7\" yang tidak ada.");
        planted("langkah: [3, 4]", "langkah: [3, 7]", "47: Pengingat menyebut langkah \"7\" yang tidak ada.");
        planted(
                "      Bukan aduan: {ke: DITOLAK, alasan: wajib}",
                "      Bukan aduan:",
                "27: Cabang \"Bukan aduan\" di langkah 2 belum menyebut langkah berikutnya.");
    }

    @Test
    void actor_of_the_target_unit_before_the_unit_is_chosen() {
        planted(
                "{ke: 3, isi: [tujuan]}",
                "3",
                "28: Langkah 3 dikerjakan Admin OPD, tetapi sebelumnya belum ada cabang dengan \"isi: [tujuan]\" yang menentukan unitnya (kanal web).");
    }

    @Test
    void a_channel_that_brings_the_unit_along_is_enough() {
        String yaml = GOOD.replace("{ke: 3, isi: [tujuan]}", "3").replace("{mulai: 1}", "{mulai: 1, isi: [tujuan]}");
        assertThat(SopFile.read(yaml)).isInstanceOf(SopFile.Valid.class);
    }

    @Test
    void actor_of_a_disposition_that_nobody_gave() {
        planted(
                "    disposisi: {kepada: pihak, ke: 4, selesai: semua}",
                "    lanjut: 4",
                "33: Langkah 4 dikerjakan Pihak Terkait, tetapi sebelumnya belum ada disposisi kepada \"pihak\" (kanal web).");
    }

    @Test
    void unreachable_step_is_told_once_for_a_whole_chain() {
        planted("ke: 4, selesai", "ke: 5, selesai", "33: Langkah 4 tidak dapat dicapai dari kanal mana pun.");
        planted(
                "berkala:",
                """
                  - no: 6
                    kegiatan: Menggantung
                    pelaksana: admin
                    waktu: 1 menit
                    lanjut: 7
                  - no: 7
                    kegiatan: Ikut menggantung
                    pelaksana: admin
                    lanjut: SELESAI
                berkala:""".indent(2)
                        .replace("  berkala:\n", "berkala:")
                        .replaceAll("(?m)^    (?=- no)", "  ")
                        .replaceAll("(?m)^      ", "    "),
                "44: Langkah 6 tidak dapat dicapai dari kanal mana pun.");
    }

    @Test
    void ring_without_an_end() {
        planted(
                "    lanjut: SELESAI",
                "    lanjut: {ke: 4, alasan: wajib}",
                "33: Langkah 4 dan 5 berputar tanpa jalan ke SELESAI, DITOLAK, atau PINDAH.");
        planted(
                "    lanjut: SELESAI",
                "    lanjut: {ke: 5, alasan: wajib}",
                "38: Langkah 5 hanya kembali ke dirinya dan tidak pernah berakhir.");
    }

    @Test
    void not_exactly_one_continuation() {
        planted(
                "    lanjut: 5\n",
                "",
                "33: Langkah 4 tidak mempunyai lanjutan. Tulis satu dari lanjut, pilihan, atau disposisi.");
        planted(
                "    lanjut: 5\n",
                "    lanjut: 5\n    pilihan: {Ya: 5, Tidak: SELESAI}\n",
                "38: Langkah 4 mempunyai lebih dari satu lanjutan (lanjut dan pilihan). Pilih satu saja.");
        planted(
                "    lanjut: 5\n",
                "    pilihan: {Ya: 5}\n",
                "37: \"pilihan\" di langkah 4 hanya punya satu cabang. Tambahkan cabang lain atau pakai lanjut.");
    }

    @Test
    void undeclared_actor() {
        planted(
                "    pelaksana: pihak",
                "    pelaksana: pihk",
                "35: Langkah 4 dikerjakan \"pihk\" yang tidak ada di daftar pelaksana. Mungkin maksud Anda \"pihak\".");
        planted(
                "kepada: pihak",
                "kepada: siapa",
                "32: Disposisi di langkah 3 kepada \"siapa\" yang tidak ada di daftar pelaksana.");
        planted(
                "[jawab: pemohon]",
                "[jawab: warga]",
                "42: Langkah 5 menjawab \"warga\" yang tidak ada di daftar pelaksana.");
        planted(
                "    lanjut: 5\n",
                "    tembusan: [camat]\n    lanjut: 5\n",
                "37: Tembusan langkah 4 untuk \"camat\" yang tidak ada di daftar pelaksana.");
        planted("oleh: admin", "oleh: humas", "47: Pengingat dikerjakan \"humas\" yang tidak ada di daftar pelaksana.");
        planted(
                "setiap: bulan",
                "kepada: bupati, setiap: bulan",
                "45: Pekerjaan berkala disampaikan kepada \"bupati\" yang tidak ada di daftar pelaksana.");
        planted(
                "dari: disposisi}",
                "dari: disposisi, bawaan: camat}",
                "13: Pelaksana \"camat\" pada bawaan pihak tidak ada di daftar pelaksana.");
    }

    @Test
    void unused_actor() {
        planted(
                "langkah:\n  - no: 1",
                "  camat: {nama: Camat, dari: instansi}\nlangkah:\n  - no: 1",
                "14: Pelaksana \"camat\" tidak dipakai di langkah mana pun. Pakai atau hapus.");
    }

    @Test
    void return_refusal_or_move_without_a_reason() {
        planted(
                "{ke: 1, alasan: wajib}",
                "1",
                "26: Cabang \"Tidak lengkap\" di langkah 2 kembali ke langkah 1 tanpa alasan. Tambahkan \"alasan: wajib\".");
        planted(
                "{ke: DITOLAK, alasan: wajib}",
                "{ke: DITOLAK}",
                "27: Cabang \"Bukan aduan\" di langkah 2 menolak aduan tanpa alasan. Tambahkan \"alasan: wajib\".");
        planted(
                "{ke: DITOLAK, alasan: wajib}",
                "PINDAH",
                "27: Cabang \"Bukan aduan\" di langkah 2 memindahkan aduan tanpa alasan. Tambahkan \"alasan: wajib\".");
    }

    @Test
    void no_step_that_answers_the_reporter() {
        planted(
                "    sistem: [jawab: pemohon]\n",
                "",
                "14: Belum ada langkah yang menjawab pelapor. Tulis \"sistem: [jawab: ...]\" di langkah yang mengirim jawaban.");
    }

    @Test
    void main_path_longer_than_the_promise() {
        planted(
                "janji: 2 jam",
                "janji: 1 jam 59 menit",
                "6: Jalan utama kanal web memakan 2 jam kerja, lebih lama daripada janji \"1 jam 59 menit\".");
        planted(
                "  web: {mulai: 1}",
                "  web: {mulai: 1}\n  sms: {mulai: 1, janji: 90 menit}",
                "9: Jalan utama kanal sms memakan 2 jam kerja, lebih lama daripada janji \"90 menit\".");
        planted(
                "janji: 2 jam",
                "janji: {waktu: 44 menit, sampai: 3}",
                "6: Jalan utama kanal web memakan 45 menit kerja, lebih lama daripada janji \"44 menit\".");
        assertThat(SopFile.read(GOOD.replace("janji: 2 jam", "janji: {waktu: 45 menit, sampai: 3}")))
                .isInstanceOf(SopFile.Valid.class);
    }

    @Test
    void times_of_different_kinds_are_never_added_up() {
        assertThat(notes(GOOD.replace("waktu: 60 menit", "waktu: 1 x 24 jam")))
                .contains(
                        "6: Janji \"2 jam\" tidak dapat dibandingkan langsung dengan jalan utama kanal web: 1 jam kerja dan 24 jam kalender.");
    }

    @Test
    void notes_are_no_errors() {
        assertThat(notes(GOOD.replace("    waktu: 60 menit\n", "")))
                .containsExactly(
                        "1: Bagian identitas yang belum diisi: nomor, tanggal, disahkan, dasar_hukum, kualifikasi, keterkaitan, peralatan, peringatan, dan pencatatan.",
                        "15: Langkah 1, 2, 3, 4, dan 5 belum mempunyai output.",
                        "33: Langkah 4 belum mempunyai waktu.");
        assertThat(notes(GOOD.replace("{ke: DITOLAK, alasan: wajib}", "SELESAI")))
                .contains("20: Aduan dari kanal web dapat SELESAI di langkah 2 tanpa jawaban kepada pelapor.");
    }

    @Test
    void values_that_are_not_what_the_word_wants() {
        planted(
                "waktu: 30 menit",
                "waktu: setengah jam",
                "31: Waktu \"setengah jam\" tidak dikenal. Tulis misalnya 15 menit, 5 jam, 12 jam kalender, 1 x 24 jam, 1 hari, atau 3 hari kerja.");
        planted("versi: 1", "versi: satu", "3: Versi SOP diisi angka mulai dari 1, misalnya 1.");
        planted(
                "kode: contoh",
                "kode: Contoh SOP",
                "2: Kode SOP \"Contoh SOP\" hanya boleh huruf kecil, angka, dan tanda hubung.");
        planted(
                "  janji: 2 jam",
                "  tanggal: {efektif: 2 Maret 2026}",
                "6: Tanggal efektif \"2 Maret 2026\" tidak dikenal. Tulis tahun-bulan-hari, misalnya 2026-03-02.");
        planted(
                "    lanjut: 5\n",
                "    otomatis: true\n    lanjut: 5\n",
                "37: \"otomatis\" di langkah 4 diisi ya atau tidak.");
        planted(
                "    waktu: 15 menit\n    pilihan",
                "    otomatis: ya\n    pilihan",
                "23: Langkah 2 otomatis, jadi tidak boleh berisi pilihan atau disposisi: yang memutuskan harus orang.");
        planted("selesai: semua", "selesai: nanti", "32: \"selesai\" pada disposisi diisi semua, satu, atau dikirim.");
        planted(
                "kepada: pihak",
                "kepada: admin",
                "32: Disposisi di langkah 3 kepada \"admin\", padahal pelaksana itu bukan \"dari: disposisi\".");
        planted("isi: wajib}", "isi: harus}", "18: Isian \"isi\" diberi wajib atau boleh.");
        planted("nama: boleh", "nmaa: boleh", "18: Isian \"nmaa\" tidak dikenal. Mungkin maksud Anda \"nama\".");
        planted(
                "    lanjut: 5\n",
                "    isian: {isi: wajib}\n    lanjut: 5\n",
                "37: \"isian\" hanya untuk langkah pelapor, sedangkan langkah 4 dikerjakan Pihak Terkait.");
        planted(
                "[jawab: pemohon]",
                "[jawab: pemohon, telepon: pemohon]",
                "42: Kata sistem \"telepon\" di langkah 5 tidak dikenal. Kata yang ada: kabari, cetak, catat, jawab, terbitkan, survei.");
        planted(
                "[jawab: pemohon]",
                "[jawab: pemohon, cetak]",
                "42: \"sistem\" di langkah 5 berisi kata dan tujuannya, misalnya [jawab: pemohon].");
        planted(
                "[jawab: pemohon]",
                "[jawab: admin]",
                "42: Langkah 5 menjawab \"admin\", padahal jawaban hanya untuk pelaksana \"dari: masyarakat\".");
        planted(
                "setiap: bulan",
                "setiap: hari",
                "45: \"setiap\" diisi salah satu dari: minggu, bulan, triwulan, semester, tahun.");
        planted(
                "saat: [menjelang, lewat]",
                "saat: [besok]",
                "47: \"saat\" pada pengingat diisi menjelang, lewat, atau keduanya.");
        planted(
                "  web: {mulai: 1}",
                "  web: {mulai: 1}\n  faks: {mulai: 1}",
                "9: Kanal \"faks\" tidak dikenal. Kanal yang ada: web, whatsapp, sms, email, instagram, surat, langsung, telepon, lapor, aplikasi.");
        planted(
                "dari: instansi",
                "dari: intansi",
                "11: Asal \"intansi\" pada pelaksana admin tidak dikenal. Mungkin maksud Anda \"instansi\".");
        planted("alasan: wajib}\n      Bukan", "alasan: perlu}\n      Bukan", "26: \"alasan\" diisi wajib atau boleh.");
        planted("kegiatan: Menjawab", "kegiatan: [Menjawab]", "39: \"kegiatan\" di langkah 5 harus berupa teks.");
    }

    @Test
    void the_same_number_twice() {
        planted("- no: 5\n", "- no: 4\n", "38: Nomor langkah 4 sudah dipakai di baris 33.");
        planted(
                "- no: 5\n",
                "- no: PINDAH\n",
                "38: Nomor langkah \"PINDAH\" tidak dikenal. Pakai huruf dan angka, misalnya 1, A2, atau 6a.");
    }

    @Test
    void two_independent_faults_are_both_told() {
        String yaml = GOOD.replace("waktu: 30 menit", "waktu: lama").replace("lanjut: 5", "lanjut: 9");
        assertThat(faults(yaml)).hasSize(2);
    }

    private static void planted(String good, String bad, String expected) {
        assertThat(GOOD).contains(good);
        int at = GOOD.indexOf(good);
        String yaml = GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());
        assertThat(faults(yaml)).as(bad).containsExactly(expected);
    }

    private static List<String> faults(String yaml) {
        return switch (SopFile.read(yaml)) {
            case SopFile.Valid valid -> List.of();
            case SopFile.Invalid invalid ->
                words(invalid.faults().stream().filter(Fault::error).toList());
        };
    }

    private static List<String> notes(String yaml) {
        return switch (SopFile.read(yaml)) {
            case SopFile.Valid valid -> words(valid.notes());
            case SopFile.Invalid invalid -> throw new AssertionError(invalid.faults());
        };
    }

    private static List<String> words(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.line() + ": " + fault.sentence())
                .toList();
    }
}
