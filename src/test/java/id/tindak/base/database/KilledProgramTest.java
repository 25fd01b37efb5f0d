package id.tindak.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 for real, of a program and of its server, while it writes. */
class KilledProgramTest {

    private static final int ENOUGH = 300;

    @TempDir
    Path data;

    @Test
    void nextStartTakesOverTheServerOfAKilledProgramAndEveryCommittedRowIsThere() throws Exception {
        long last = killedWhileWriting(false);
        Postmaster left = Postmaster.read(EmbeddedPostgres.cluster(data));
        assertThat(left.isAlive()).isTrue();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(Postmaster.read(EmbeddedPostgres.cluster(data)).pid()).isEqualTo(left.pid());
            assertThat(EmbeddedPostgresTest.one(
                            server.server().app("tindak"), "SELECT count(*) FROM said WHERE number <= " + last))
                    .isEqualTo(Long.toString(last));
        }
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void nextStartRecoversWhenTheServerIsKilledToo() throws Exception {
        long first = killedWhileWriting(true);
        long last = killedWhileWriting(true);
        assertThat(last).isGreaterThan(first);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(EmbeddedPostgresTest.one(
                            server.server().app("tindak"), "SELECT count(*) FROM said WHERE number <= " + last))
                    .isEqualTo(Long.toString(last));
        }
    }

    @Test
    void secondProgramOnTheSameDataIsRefusedWhileTheFirstLives() throws Exception {
        Process child = child("WritesUntilKilled");
        try (BufferedReader said = reader(child)) {
            assertThat(said.readLine()).isNotNull();
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("sedang dipakai");
        } finally {
            child.destroyForcibly().waitFor();
        }
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void programThatIsEndedWhileItStartsLeavesNoServerBehind() throws Exception {
        Process child = child("StartsSlowly");
        for (int i = 0; i < 600 && Server.running(data).isEmpty(); i++) Thread.sleep(100);
        Postmaster running = Postmaster.read(EmbeddedPostgres.cluster(data));
        assertThat(running.isAlive()).isTrue();
        child.destroy();
        assertThat(child.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(running.isAlive()).isFalse();
    }

    /** Tells the last number that was acknowledged before the kill. */
    private long killedWhileWriting(boolean serverToo) throws Exception {
        Process child = child("WritesUntilKilled");
        long last = 0;
        try (BufferedReader said = reader(child)) {
            String line = "";
            for (int i = 0; i < ENOUGH && line != null; i++) {
                line = said.readLine();
                if (line != null) last = Long.parseLong(line);
            }
            child.toHandle().destroyForcibly(); // unlike that of Process, it leaves what was already said to be read
            if (serverToo)
                ProcessHandle.of(Postmaster.read(EmbeddedPostgres.cluster(data)).pid())
                        .orElseThrow()
                        .destroyForcibly();
            for (line = said.readLine(); line != null; line = said.readLine()) last = Long.parseLong(line);
        } catch (NumberFormatException cut) {
            assertThat(last)
                    .as("the child said something else than numbers")
                    .isPositive(); // a line cut off by the kill
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(last).isGreaterThanOrEqualTo(ENOUGH);
        return last;
    }

    private Process child(String program) throws IOException {
        TestServer.shareBinaries(data);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.tindak.base.database." + program,
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }
}
