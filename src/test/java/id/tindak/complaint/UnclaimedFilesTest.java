package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.demo.DemoWorld;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class UnclaimedFilesTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Intake intake;

    @Autowired
    ComplaintStore store;

    @Autowired
    Agencies agencies;

    @TempDir
    Path data;

    @Test
    void aFileThatNoComplaintNamesIsRemovedAfterADay() throws Exception {
        clock.set(SettableClock.START);
        DemoWorld.Founded w = world.agency();
        int agency = w.agency().id();
        DiskFileStore files = new DiskFileStore(data, clock);
        Uploads uploads = new Uploads(files);
        StoredFile claimed =
                uploads.accept(agency, "a.png", new ByteArrayInputStream(SentFiles.png(20, 20)), Uploads.Origin.PUBLIC);
        StoredFile forgotten =
                uploads.accept(agency, "b.png", new ByteArrayInputStream(SentFiles.png(30, 20)), Uploads.Origin.PUBLIC);
        intake.accept(
                agency,
                NewComplaint.of("pengaduan", "web", "Jalan", "Berlubang.")
                        .with(List.of(claimed))
                        .done());
        UnclaimedFiles sweep = new UnclaimedFiles(files, List.of(store), agencies, clock);
        clock.forward(Duration.ofHours(24));
        sweep.sweep();
        assertThat(files.open(agency, forgotten.sha256())).isPresent();
        clock.forward(Duration.ofSeconds(1));
        sweep.sweep();
        assertThat(files.open(agency, forgotten.sha256())).isEmpty();
        assertThat(files.open(agency, claimed.sha256())).isPresent();
    }
}
