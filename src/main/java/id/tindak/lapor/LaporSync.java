package id.tindak.lapor;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Keeps an agency that has an adapter in step with LAPOR!, both ways. What fails is tried again at the next round, and the list of cases says so meanwhile. */
@Service
class LaporSync {

    private static final Logger LOG = LoggerFactory.getLogger(LaporSync.class);

    /** How far back the first round looks. */
    private static final Duration AT_FIRST = Duration.ofDays(30);

    private static final int AT_ONCE = 100;

    private final Optional<LaporAdapter> adapter;
    private final LaporStore store;
    private final LaporIntake intake;
    private final LaporReports reports;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final Clock clock;

    LaporSync(
            Optional<LaporAdapter> adapter,
            LaporStore store,
            LaporIntake intake,
            LaporReports reports,
            Complaints complaints,
            CaseFiles cases,
            Agencies agencies,
            Clock clock) {
        this.adapter = adapter;
        this.store = store;
        this.intake = intake;
        this.reports = reports;
        this.complaints = complaints;
        this.cases = cases;
        this.agencies = agencies;
        this.clock = clock;
    }

    void round() {
        adapter.ifPresent(there ->
                agencies.all().stream().filter(a -> there.serves(a.id())).forEach(a -> round(there, a)));
    }

    private void round(LaporAdapter there, Agency agency) {
        Instant now = clock.instant();
        Instant until = store.readUntil(agency.id()).orElse(now.minus(AT_FIRST));
        Faults faults = new Faults();
        try {
            boolean whole = true;
            for (LaporAdapter.Change change : there.since(agency.id(), until)) {
                Reported told = change.report();
                whole &= faults.without(told.id().value(), () -> intake.take(agency.id(), told, null));
                // what could not be taken is asked for again; what is here already makes no doubles
                if (whole && change.at().isAfter(until)) until = change.at();
            }
            carry(there, agency, faults);
        } catch (IOException | RuntimeException away) {
            LOG.warn("LAPOR! for agency {}", agency.id(), away);
            faults.add(String.valueOf(away.getMessage()));
        }
        store.synced(agency.id(), until, faults.said(), now);
    }

    private void carry(LaporAdapter there, Agency agency, Faults faults) throws IOException {
        List<LaporStore.Due> page = store.due(agency.id(), 0, AT_ONCE);
        while (!page.isEmpty()) {
            for (LaporStore.Due due : page)
                if (!due.report().id().erased()) faults.without(due.report().number(), () -> carry(there, agency, due));
            page = store.due(agency.id(), page.getLast().report().complaintId(), AT_ONCE);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One report that goes wrong holds up no other; a system that is away is left alone until the next round. */
    private static final class Faults {

        private static final int AWAY = 3;
        private static final int NAMED = 5;

        private final List<String> all = new ArrayList<>();
        private int unreached;

        /** False when it went wrong. */
        boolean without(String number, Work work) throws IOException {
            try {
                work.run();
                unreached = 0;
                return true;
            } catch (IOException gone) {
                if (++unreached == AWAY) throw gone;
                failed(number, gone);
            } catch (RuntimeException fault) {
                failed(number, fault);
            }
            return false;
        }

        private void failed(String number, Exception fault) {
            LOG.warn("LAPOR! report {}", number, fault);
            add(number + ": " + fault.getMessage());
        }

        void add(String what) {
            if (all.size() < NAMED) all.add(what);
        }

        @Nullable
        String said() {
            return all.isEmpty() ? null : String.join("; ", all);
        }
    }

    private void carry(LaporAdapter there, Agency agency, LaporStore.Due due) throws IOException {
        Report report = due.report();
        if (due.message() != null) {
            PasteText text = complaints
                    .knownByNumber(agency.id(), due.number())
                    .map(cases::forPaper)
                    .flatMap(file -> PasteText.of(file, report, agency.name(), agency.zone()))
                    .orElse(null);
            if (text != null) {
                String key = agency.id() + "-" + text.message();
                there.answer(agency.id(), report.number(), text.text(), key);
                reports.told(agency.id(), report.complaintId(), text.message(), null);
            }
        }
        Meaning ours = due.ended() ? Meaning.SELESAI : Meaning.PROSES;
        if (report.meaning().over() || !due.ended() && report.meaning() != Meaning.BARU) return;
        there.state(agency.id(), report.number(), ours);
        reports.state(agency.id(), report.complaintId(), ours);
    }
}
