package id.tindak.lapor;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Settings;
import id.tindak.base.Ids;
import id.tindak.lapor.LaporIntake.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports of LAPOR! on their way in: read, their columns named, looked through, then taken in row by row, each in a transaction of its own. What was cut off goes on where it stopped, and the same
 * file again takes in only what is new or changed.
 */
@Service
class LaporImports {

    private static final Logger LOG = LoggerFactory.getLogger(LaporImports.class);

    /** After so many rows another agency has its turn. */
    private static final int A_TURN = 500;

    private static final int AT_ONCE = 50;
    private static final int SHOWN = 50;
    private static final Duration UNBEGUN = Duration.ofDays(1);
    private static final Duration FINISHED = Duration.ofDays(30);

    private final ImportStore store;
    private final LaporStore reports;
    private final LaporIntake intake;
    private final Agencies agencies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LaporImports(
            ImportStore store,
            LaporStore reports,
            LaporIntake intake,
            Agencies agencies,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.intake = intake;
        this.agencies = agencies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps what was read; its id. */
    @Transactional
    public long keep(int agencyId, long officer, String fileName, Export export) {
        long id = Ids.next(clock.instant());
        List<String> guessed = Column.guess(export.headings(), store.remembered(agencyId)).stream()
                .map(c -> c.map(Column::word).orElse(""))
                .toList();
        store.insert(agencyId, id, fileName, export, guessed, officer, clock.instant());
        return id;
    }

    /** What each heading means, now and when its like comes again. */
    @Transactional
    public void name(Import i, List<String> words) {
        store.columns(i.agencyId(), i.id(), words);
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int c = 0; c < words.size(); c++) {
            String plain = Column.plain(i.headings().get(c));
            if (!plain.isEmpty()) meanings.merge(plain, words.get(c), (a, b) -> a.isEmpty() ? b : a);
        }
        store.remember(i.agencyId(), meanings);
    }

    /**
     * One row as it would be taken in.
     *
     * @param reason text key, where it cannot; else of what has to be said of it; null when nothing has
     */
    record Seen(
            int line,
            Outcome outcome,
            String number,
            @Nullable Reported report,
            @Nullable String reason,
            String of) {}

    /**
     * @param unknown words for a state that nobody has explained
     * @param undated rows whose clock at LAPOR! will count from now
     */
    record Preview(
            Map<Outcome, Integer> counts, List<Seen> refused, List<Seen> others, List<String> unknown, int undated) {}

    /** What would become of every row, without doing anything. */
    Preview preview(Import i, boolean endedToo) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Seen> refused = new ArrayList<>();
        List<Seen> others = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int[] undated = new int[1];
        RowReader.Rules rules = rules(i.agencyId(), endedToo);
        RowReader reader = new RowReader(i.columns(), rules);
        Map<TrackingId, String> here = new HashMap<>();
        Map<TrackingId, Integer> earlier = new HashMap<>();
        List<Export.Row> some = new ArrayList<>();
        Runnable look = () -> {
            List<RowReader.Read> read =
                    some.stream().map(r -> reader.read(r.cells())).toList();
            known(i.agencyId(), read, here);
            for (int r = 0; r < read.size(); r++) {
                Seen seen = seen(some.get(r).line(), read.get(r), reader, here, earlier);
                counts.merge(seen.outcome(), 1, Integer::sum);
                List<Seen> into = seen.outcome() == Outcome.DITOLAK ? refused : others;
                if (into.size() < SHOWN) into.add(seen);
                Reported told = read.get(r).report();
                if (told == null || seen.outcome() != Outcome.BARU) continue;
                if (told.reportedAt() == null) undated[0]++;
                boolean unexplained = !told.state().isEmpty() && rules.states().meaning(told.state()) == Meaning.LAIN;
                if (unexplained && !unknown.contains(told.state()) && unknown.size() < SHOWN) unknown.add(told.state());
            }
            some.clear();
        };
        store.each(i.agencyId(), i.id(), row -> {
            some.add(row);
            if (some.size() == A_TURN) look.run();
        });
        look.run();
        return new Preview(counts, refused, others, unknown, undated[0]);
    }

    /** States of those of these reports that are here. */
    private void known(int agencyId, List<RowReader.Read> read, Map<TrackingId, String> here) {
        Map<String, TrackingId> asked = new HashMap<>();
        for (RowReader.Read r : read) {
            Reported told = r.report();
            if (told == null) continue;
            asked.put(told.id().value(), told.id());
            asked.put(told.id().afterErasure(agencyId), told.id());
        }
        for (Report r : reports.find(agencyId, List.copyOf(asked.values()))) {
            TrackingId id = asked.get(r.id().value());
            if (id != null) here.put(id, r.id().erased() ? "" : r.state());
        }
    }

    private static Seen seen(
            int line,
            RowReader.Read read,
            RowReader reader,
            Map<TrackingId, String> here,
            Map<TrackingId, Integer> earlier) {
        Reported told = read.report();
        if (told == null) return new Seen(line, Outcome.DITOLAK, "", null, read.reason(), read.of());
        String number = told.id().value();
        String state = here.get(told.id());
        Integer before = earlier.putIfAbsent(told.id(), line);
        if (before != null) return new Seen(line, Outcome.SUDAH, number, told, "bridge.row.twice", before.toString());
        if (state != null) {
            boolean same = told.state().isEmpty() || state.isEmpty() || state.equals(told.state());
            return new Seen(
                    line,
                    same ? Outcome.SUDAH : Outcome.BERUBAH,
                    number,
                    told,
                    same ? null : "bridge.row.changed",
                    state);
        }
        return reader.passedOver(told)
                ? new Seen(line, Outcome.DITOLAK, number, told, "bridge.row.ended", told.state())
                : new Seen(line, Outcome.BARU, number, told, null, "");
    }

    /** From here on the job takes it in. False when it was begun before. */
    @Transactional
    public boolean start(Import i, boolean endedToo) {
        return store.start(i.agencyId(), i.id(), endedToo, clock.instant());
    }

    /** All that was begun. */
    void takeIn() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = false;
            for (Agency agency : agencies.all()) for (Import i : store.running(agency.id())) more |= turn(i);
        }
    }

    /** Some rows of one import. True when others are left. */
    private boolean turn(Import i) {
        RowReader reader = new RowReader(i.columns(), rules(i.agencyId(), i.endedToo()));
        for (int n = 0; n < A_TURN; n += AT_ONCE) {
            List<Export.Row> rows = store.waiting(i.agencyId(), i.id(), AT_ONCE);
            if (rows.isEmpty()) {
                store.finish(i.agencyId(), i.id(), clock.instant());
                return false;
            }
            for (Export.Row row : rows) take(i, row, reader);
        }
        return true;
    }

    private void take(Import i, Export.Row row, RowReader reader) {
        RowReader.Read read = reader.read(row.cells());
        Reported told = read.report();
        try {
            transaction.executeWithoutResult(status -> {
                if (told == null) note(i, row, Outcome.DITOLAK, read.reason(), read.of());
                else if (reader.passedOver(told)
                        && reports.find(i.agencyId(), told.id()).isEmpty())
                    note(i, row, Outcome.DITOLAK, "bridge.row.ended", told.state());
                else note(i, row, intake.take(i.agencyId(), told, i.createdBy()), null, "");
            });
        } catch (LaporReports.Taken meanwhile) {
            note(i, row, Outcome.SUDAH, null, "");
        } catch (RuntimeException failed) {
            // one row holds up no other; whoever imports sees it among the refused
            LOG.error("Row {} of LAPOR! import {}/{}", row.line(), i.agencyId(), i.id(), failed);
            note(i, row, Outcome.DITOLAK, "bridge.row.failed", "");
        }
    }

    private void note(Import i, Export.Row row, Outcome outcome, @Nullable String reason, String of) {
        store.done(i.agencyId(), i.id(), row.line(), outcome, reason, of);
    }

    void expire() {
        Instant now = clock.instant();
        for (Agency agency : agencies.all()) store.expire(agency.id(), now.minus(UNBEGUN), now.minus(FINISHED));
    }

    private RowReader.Rules rules(int agencyId, boolean endedToo) {
        Settings settings = agencies.settings(agencyId);
        return new RowReader.Rules(
                agencies.byId(agencyId).zone(),
                clock.instant(),
                settings.list("jenis"),
                agencies.categories(agencyId),
                States.of(settings),
                endedToo);
    }

    Optional<Import> find(int agencyId, long id, long officer) {
        return store.find(agencyId, id, officer);
    }
}
