package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After three times back the coordinator's word stands, whatever the branches of the procedure are called. */
class DesignationTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    private final List<Assignment> work = new ArrayList<>();

    @Test
    void inCilacapTheFourthUnitKeepsIt() {
        Sop sop = sop("004-cilacap-laporbup");
        Branch notOurs = branch(sop, "3", "Tidak sesuai");
        done("2", "admin-utama", null, null);
        for (int times = 1; times <= 4; times++) {
            Assignment unit = opened("3", "admin-opd", (long) times, Assignment.Reason.FORWARD);
            Designation d = new Designation(of(sop), 3);
            assertThat(d.givesAway(unit, notOurs)).isTrue();
            assertThat(d.binds(unit)).as("unit number " + times).isEqualTo(times == 4);
            finish();
            done("2", "admin-utama", null, Assignment.Reason.RETURN);
        }
        assertThat(new Designation(of(sop), 3).givesAway(work.getLast(), branch(sop, "3", "Sesuai")))
                .isFalse();
    }

    @Test
    void inMojokertoTheWayBackThroughTheOperatorsOwnStepCountsToo() {
        Sop sop = sop("003-mojokerto");
        for (int times = 1; times <= 4; times++) {
            Assignment unit = opened(
                    "A1", "operator", (long) times, times == 1 ? Assignment.Reason.FORWARD : Assignment.Reason.RETURN);
            Designation d = new Designation(of(sop), 3);
            assertThat(d.givesAway(unit, branch(sop, "A1", "Tidak sesuai tupoksi")))
                    .isTrue();
            assertThat(d.givesAway(unit, branch(sop, "A1", "Sesuai tupoksi"))).isFalse();
            assertThat(d.givesAway(unit, branch(sop, "A1", "Tidak etis, berbau SARA, tidak bertanggung jawab")))
                    .as("a refusal gives nothing away")
                    .isFalse();
            assertThat(d.binds(unit)).as("unit number " + times).isEqualTo(times == 4);
            finish();
            opened("A3", "operator", (long) times, Assignment.Reason.FORWARD);
            finish();
            done("C2", "admin", null, Assignment.Reason.FORWARD);
        }
    }

    private void done(String step, String role, @Nullable Long unit, Assignment.@Nullable Reason reason) {
        opened(step, role, unit, reason == null ? Assignment.Reason.FORWARD : reason);
        finish();
    }

    private Assignment opened(String step, String role, @Nullable Long unit, Assignment.Reason reason) {
        Instant at = START.plus(Duration.ofHours(work.size()));
        Assignment a = new Assignment(
                1_000L + work.size(),
                10,
                20,
                work.isEmpty() ? null : work.getLast().id(),
                step,
                role,
                reason,
                at,
                null,
                Duration.ZERO,
                1,
                Assignment.Holder.of(role, unit, null),
                new Assignment.Due(null, 1, null, 0),
                1,
                null);
        work.add(a);
        return a;
    }

    private void finish() {
        Assignment a = work.removeLast();
        work.add(a.done(a.openedAt().plus(Duration.ofMinutes(5)), 7L, "0", null, null));
    }

    @SuppressWarnings("NullAway") // only the way of the case counts here
    private Case of(Sop sop) {
        Handling run = new Handling(20, 10, 30, 1, null, START, null, null);
        return new Case(
                null, null, run, List.copyOf(work), List.of(), List.of(), List.of(), List.of(), sop, null, 1, Set.of());
    }

    private static Branch branch(Sop sop, String step, String label) {
        return sop.step(step).branches().stream()
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Sop sop(String name) {
        try {
            if (SopFile.read(Files.readString(Path.of("sop", name + ".yaml"))) instanceof SopFile.Valid valid)
                return valid.sop();
            throw new AssertionError(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
