package id.tindak.lapor;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        try {
            for (LaporAdapter.Change change : there.since(agency.id(), until)) {
                intake.take(agency.id(), change.report(), null);
                until = change.at().isAfter(until) ? change.at() : until;
            }
            carry(there, agency);
            store.synced(agency.id(), until, null, now);
        } catch (IOException | RuntimeException failed) {
            LOG.warn("LAPOR! for agency {}", agency.id(), failed);
            store.synced(agency.id(), until, String.valueOf(failed.getMessage()), now);
        }
    }

    private void carry(LaporAdapter there, Agency agency) throws IOException {
        List<LaporStore.Due> page = store.due(agency.id(), 0, AT_ONCE);
        while (!page.isEmpty()) {
            for (LaporStore.Due due : page) if (!due.report().id().erased()) carry(there, agency, due);
            page = store.due(agency.id(), page.getLast().report().complaintId(), AT_ONCE);
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
