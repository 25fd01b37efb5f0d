package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import id.tindak.sop.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a journey has laid beside its source document: rows and ways out of a row that were gone over real pages, and every mail, paper and
 * book entry of a row that was read. At the end no row and no way of the SOP file may be left over: whoever adds one is asked for its
 * journey.
 */
final class Rows {

    private final String file;
    private final Sop sop;
    private final Set<String> steps = new TreeSet<>();
    private final Set<String> ways = new TreeSet<>();
    private final Set<String> mails = new TreeSet<>();
    private final Set<String> papers = new TreeSet<>();
    private final Set<String> entries = new TreeSet<>();
    private int walks;

    private Rows(String file, Sop sop) {
        this.file = file;
        this.sop = sop;
    }

    /** @param file of {@code sop/}, without its ending */
    static Rows of(String file) {
        try {
            return SopFile.read(Files.readString(Path.of("sop", file + ".yaml"))) instanceof SopFile.Valid valid
                    ? new Rows(file, valid.sop())
                    : unreadable(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rows unreadable(String file) {
        throw new AssertionError(file + " does not read");
    }

    void begin() {
        walks++;
    }

    /** The reporter's own row, which is gone by filing: the way with a unit where one was named. */
    void filed(boolean unit) {
        Step first = sop.mainPath("web").getFirst();
        List<Branch> all = first.branches();
        way(
                first.no(),
                IntStream.range(0, all.size())
                        .filter(i -> unit || !all.get(i).fillsTargetUnit())
                        .findFirst()
                        .orElse(0));
    }

    void step(String no) {
        steps.add(no);
    }

    void way(String no, int branch) {
        steps.add(no);
        ways.add(no + " " + label(no, branch));
    }

    void mail(String row, String to) {
        mails.add(row + " " + to);
    }

    void paper(String row, String kind) {
        papers.add(row + " " + kind);
    }

    void entry(String row, String book, String to) {
        entries.add(row + " " + book + " " + to);
    }

    private String label(String no, int branch) {
        return sop.hasStep(no) && branch < sop.step(no).branches().size()
                ? sop.step(no).branches().get(branch).label()
                : Integer.toString(branch);
    }

    /** Nothing is left over, once all journeys of the class have run; says what they laid beside the source. */
    void complete(Class<?> journeys) {
        long all = Arrays.stream(journeys.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .count();
        if (walks < all) return; // only some of them were asked for
        System.out.printf(
                "%s: %d rows, %d ways out of them, %d mails, %d papers, %d book entries%n",
                file, steps.size(), ways.size(), mails.size(), papers.size(), entries.size());
        assertThat(rows().filter(no -> !steps.contains(no)))
                .as(file + ": rows without a journey")
                .isEmpty();
        assertThat(sop.steps().stream()
                        .filter(s -> !s.automatic())
                        .flatMap(s ->
                                IntStream.range(0, s.branches().size()).mapToObj(i -> s.no() + " " + label(s.no(), i)))
                        .filter(way -> !ways.contains(way)))
                .as(file + ": ways without a journey")
                .isEmpty();
    }

    /** All rows of the table: steps, periodic work, reminding. */
    private Stream<String> rows() {
        return Stream.of(
                        sop.steps().stream().map(Step::no),
                        sop.periodics().stream().map(p -> p.no() == null ? p.activity() : p.no()),
                        sop.reminders().stream().map(r -> r.no() == null ? r.activity() : r.no()))
                .flatMap(s -> s);
    }
}
