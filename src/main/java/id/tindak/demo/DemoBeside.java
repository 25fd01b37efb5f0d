package id.tindak.demo;

import id.tindak.demo.DemoFile.Row;
import id.tindak.handling.SideTask;
import id.tindak.handling.SideTasks;
import id.tindak.register.Field;
import id.tindak.register.HandEntries;
import id.tindak.solution.SolutionNote;
import id.tindak.solution.SolutionNotes;
import id.tindak.survey.Surveys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies beside the complaints of the demo: guests, letters that are no complaint, notes of the library, paper forms of the survey, work that comes with the month. */
@Component
@ConditionalOnProperty("tindak.demo")
class DemoBeside {

    private static final Map<String, Field> COLUMNS = Map.of(
            "name", Field.NAMA,
            "from", Field.ASAL,
            "purpose", Field.KEPERLUAN,
            "meets", Field.BERTEMU,
            "number", Field.NOMOR_SURAT,
            "subject", Field.PERIHAL,
            "to", Field.TUJUAN);

    /** What came with an earlier month is done; what came with the last one still lies on the desk. */
    private static final Duration DONE_BEFORE = Duration.ofDays(31);

    private final HandEntries books;
    private final SolutionNotes notes;
    private final SideTasks tasks;
    private final Surveys surveys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoBeside(
            HandEntries books,
            SolutionNotes notes,
            SideTasks tasks,
            Surveys surveys,
            TransactionTemplate transaction,
            Clock clock) {
        this.books = books;
        this.notes = notes;
        this.tasks = tasks;
        this.surveys = surveys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Rows of the file with what happens at each. */
    Map<Row, Runnable> acts(DemoWorld.Founded w, DemoFile file) {
        Map<Row, Runnable> all = new LinkedHashMap<>();
        file.rows("guests").forEach(row -> all.put(row, () -> enter(w, row, "buku-tamu")));
        file.rows("letters").forEach(row -> all.put(row, () -> enter(w, row, "buku-agenda")));
        file.rows("notes").forEach(row -> all.put(row, () -> note(w, row)));
        file.rows("surveys").forEach(row -> all.put(row, () -> survey(w, row)));
        return all;
    }

    private void survey(DemoWorld.Founded w, Row row) {
        String unit = row.maybe("unit");
        surveys.enter(
                w.agency().id(),
                officer(w, row, "by"),
                unit == null ? null : Objects.requireNonNull(w.units().get(unit)),
                List.of(row.text("forms").split(" ")));
    }

    private void enter(DemoWorld.Founded w, Row row, String book) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        COLUMNS.forEach((key, field) -> {
            String value = row.maybe(key);
            if (value != null) columns.put(field, value);
        });
        transaction.executeWithoutResult(status ->
                books.enter(w.agency().id(), officer(w, row, "by"), null, clock.instant(), Map.of(book, columns)));
    }

    private void note(DemoWorld.Founded w, Row row) {
        notes.bring(
                w.agency().id(),
                officer(w, row, "by"),
                officer(w, row, "approved"),
                new SolutionNote.Text(
                        row.text("question"), row.text("answer"), row.or("basis", ""), row.maybe("category"), null));
    }

    /** Work of the months that are over appears and is done by whose it is, but for the last. */
    void daily(Map<DemoWorld.Founded, DemoFile> world, Instant now) {
        tasks.open();
        Instant before = now.minus(DONE_BEFORE);
        world.forEach((w, file) -> w.officers()
                .values()
                .forEach(officer -> tasks.open(w.agency().id(), officer).stream()
                        .filter(t -> t.kind() == SideTask.Kind.BERKALA
                                && t.openedAt().isBefore(before))
                        .forEach(t -> tasks.finish(
                                w.agency().id(),
                                officer,
                                t.id(),
                                t.received() == null ? "Rekapitulasi terlampir di map bulanan." : "",
                                null))));
    }

    private static long officer(DemoWorld.Founded w, Row row, String key) {
        return Objects.requireNonNull(w.officers().get(row.text(key)), row.text(key));
    }
}
