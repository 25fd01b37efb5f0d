package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No stopwatch is held to an elected person, whatever the procedure writes into its own column of times (RULES.md, The desk). */
class ElectedClockTest {

    private static final Instant NOW = Instant.parse("2026-03-09T02:17:00Z");

    @Test
    void theTimeOfALeadersStepIsPrintedAndNotCounted() throws IOException {
        Sop sop = timed("    pelaksana: ketua\n", "    pelaksana: ketua\n    waktu: 1 hari\n");
        assertThat(sop.step("g1").time()).isNotNull();
        Assignment chair = begun(sop, "g1");
        assertThat(chair.role()).isEqualTo("ketua");
        assertThat(chair.deadline()).isNull();
        assertThat(chair.standard()).isNull();
    }

    @Test
    void theSameTimeRunsForAnOfficial() throws IOException {
        Sop sop = timed("    pelaksana: tu\n    lanjut: i\n", "    pelaksana: tu\n    waktu: 1 hari\n    lanjut: i\n");
        assertThat(begun(sop, "h").deadline()).isEqualTo(Instant.parse("2026-03-10T02:17:00Z"));
    }

    private static Assignment begun(Sop sop, String step) {
        Transition t = new Transition(
                Filed.under(sop, "web", NOW),
                new Transition.Rules(30, 10, 3, List.of(), Map.of(), "https://contoh.invalid/lacak"),
                NOW,
                null);
        t.begin(step, null);
        return t.opened().getFirst();
    }

    private static Sop timed(String words, String withTime) throws IOException {
        String file = Files.readString(Path.of("sop/002-dprd-pasuruan.yaml"));
        assertThat(file).contains(words);
        return SopFile.read(file.replaceFirst(words, withTime)) instanceof SopFile.Valid valid ? valid.sop() : failed();
    }

    private static <T> T failed() {
        throw new AssertionError("does not read");
    }
}
