package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SopCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void checks_the_five_shipped_files() {
        assertThat(run(
                        "periksa",
                        "sop/000-sipesut-kukar.yaml",
                        "sop/001-sms-wa.yaml",
                        "sop/002-dprd-pasuruan.yaml",
                        "sop/003-mojokerto.yaml",
                        "sop/004-cilacap-laporbup.yaml"))
                .isZero();
        assertThat(lines(out)).isNotEmpty().allMatch(line -> line.contains(": catatan: "));
    }

    @Test
    void names_file_line_and_fault_and_goes_on_with_the_next_file() throws IOException {
        Path bad = folder.resolve("buruk.yaml");
        String text = SopTexts.shipped("004-cilacap-laporbup").replace("lanjut: 5", "lanjut: 50");
        Files.writeString(bad, text);
        long line = text.substring(0, text.indexOf("lanjut: 50")).lines().count();
        Path other = folder.resolve("tidak-ada.yaml");
        assertThat(run("periksa", bad.toString(), other.toString())).isEqualTo(1);
        assertThat(lines(out))
                .contains(
                        bad + ":" + line
                                + ": Langkah 4 menuju langkah \"50\" yang tidak ada. Mungkin maksud Anda \"5\".",
                        other + ":1: Berkas tidak ditemukan.");
    }

    @Test
    void bytes_that_are_no_text() throws IOException {
        Path bytes = folder.resolve("gambar.yaml");
        Files.write(bytes, new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2});
        assertThat(run("periksa", bytes.toString())).isEqualTo(1);
        assertThat(lines(out)).containsExactly(bytes + ":1: Berkas bukan teks UTF-8. Simpan kembali sebagai UTF-8.");
    }

    @Test
    void prints_and_exports_to_the_output_and_tells_notes_beside_it() {
        assertThat(run("cetak", "sop/004-cilacap-laporbup.yaml")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<!doctype html>");
        out.reset();
        assertThat(run("bpmn", "sop/004-cilacap-laporbup.yaml")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<?xml");
        assertThat(lines(err)).allMatch(line -> line.contains("catatan"));
    }

    @Test
    void explains_itself_when_wrongly_called() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("periksa")).isEqualTo(2);
        assertThat(run("lukis", "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("bin/sop periksa");
    }

    private int run(String... args) {
        return new SopCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private static List<String> lines(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
