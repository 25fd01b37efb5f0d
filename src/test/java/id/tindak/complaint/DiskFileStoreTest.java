package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @TempDir
    Path data;

    @Test
    void theSameContentIsOneFileAndStaysUntouched() throws Exception {
        DiskFileStore store = at(NOON);
        String hash = store.put(1, SentFiles.text("isi"));
        assertThat(at(NOON.plusSeconds(60)).put(1, SentFiles.text("isi"))).isEqualTo(hash);
        try (var all = Files.walk(data)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).containsExactly(data.resolve("files/1/" + hash.substring(0, 2) + "/" + hash));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anotherAgencyDoesNotHaveIt() {
        String hash = at(NOON).put(1, SentFiles.text("isi"));
        assertThat(at(NOON).open(1, hash)).isPresent();
        assertThat(at(NOON).open(2, hash)).isEmpty();
    }

    @Test
    void onlyAHashIsAnAddress() {
        assertThatThrownBy(() -> at(NOON).open(1, "../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasStoredAgainSinceIsNotRemoved() {
        String hash = at(NOON).put(1, SentFiles.text("isi"));
        Instant later = NOON.plus(Duration.ofHours(25));
        assertThat(at(later).olderThan(1, NOON.plusSeconds(1))).containsExactly(hash);
        at(later).put(1, SentFiles.text("isi"));
        at(later).remove(1, hash, NOON.plusSeconds(1));
        assertThat(at(later).open(1, hash)).isPresent();
        at(later).remove(1, hash, later.plusSeconds(1));
        assertThat(at(later).open(1, hash)).isEmpty();
    }

    private DiskFileStore at(Instant now) {
        return new DiskFileStore(data, Clock.fixed(now, ZoneOffset.UTC));
    }
}
