package id.tindak.frontdesk;

import id.tindak.base.Ids;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.Event;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Sops;
import id.tindak.intake.Intake;
import id.tindak.lapor.LaporReports;
import id.tindak.register.Field;
import id.tindak.register.HandEntries;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what comes to the front desk. One transaction holds the complaint, the guest, the letter in the agenda, the blank receipt
 * that was used, and the first step of the SOP where that is what the clerk just did (SK DPRD Pasuruan, 1a–1b, 2d).
 */
@Service
class FrontDesk {

    private static final String AGENDA = "buku-agenda";
    private static final String GUESTS = "buku-tamu";

    private final FrontDeskStore store;
    private final Intake intake;
    private final HandEntries books;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Handlings handlings;
    private final Sops sops;
    private final LaporReports reports;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FrontDesk(
            FrontDeskStore store,
            Intake intake,
            HandEntries books,
            Complaints complaints,
            CaseFiles cases,
            Handlings handlings,
            Sops sops,
            LaporReports reports,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.intake = intake;
        this.books = books;
        this.complaints = complaints;
        this.cases = cases;
        this.handlings = handlings;
        this.sops = sops;
        this.reports = reports;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The number of the receipt printed in advance is none that could be used; undoes what was begun. */
    private static final class NotBlank extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        NotBlank() {
            super("this blank receipt cannot be used", null, false, false);
        }
    }

    /** @throws Problem 404 while the agency has put no SOP in force */
    Sop sop(int agencyId) {
        return sops.inForce(agencyId)
                .map(Sops.Running::sop)
                .orElseThrow(() -> Problem.of(404, "portal.not-open").titled("portal.not-open.title"));
    }

    /**
     * The id of what was entered; the same form sent twice gives the same. Empty when the blank receipt's number cannot be used.
     *
     * @throws LaporReports.Taken when another case has this LAPOR! number
     */
    Optional<Long> enter(Signed me, Incoming in) {
        NewComplaint n = in.complaint();
        try {
            if (n == null) transaction.executeWithoutResult(status -> write(me, in, null));
            else intake.accept(me.agencyId(), n, filed -> write(me, in, filed));
        } catch (NotBlank e) {
            return Optional.empty();
        } catch (DuplicateKeyException twice) {
            if (store.bySubmission(me.agencyId(), in.key()).isEmpty()) throw twice;
        }
        return store.bySubmission(me.agencyId(), in.key());
    }

    private void write(Signed me, Incoming in, @Nullable Complaint filed) {
        int agency = me.agencyId();
        Instant now = clock.instant();
        long id = Ids.next(now);
        Long complaint = filed == null ? null : filed.id();
        store.insert(me, id, in, now, complaint);
        BlankNumber blank = in.blank();
        if (blank != null && !store.use(agency, blank, id)) throw new NotBlank();
        if (filed != null) said(me, in, filed, now);
        Incoming.InLapor lapor = in.lapor();
        if (filed != null && lapor != null) reports.filed(filed, lapor.id(), lapor.since(), "", me.officerId());
        var entered = books.enter(agency, me.officerId(), complaint, in.at(), byHand(in, filed));
        store.books(agency, id, entered);
        if (filed != null && in.goesOn()) goOn(me, filed);
    }

    /** What no step on the way of this channel enters by itself. */
    private Map<String, Map<Field, String>> byHand(Incoming in, @Nullable Complaint filed) {
        Map<String, Map<Field, String>> all = new TreeMap<>();
        if (!in.letter().isEmpty() && !enteredOnTheWay(filed, AGENDA)) all.put(AGENDA, in.letter());
        if (!in.guest().isEmpty() && !enteredOnTheWay(filed, GUESTS)) all.put(GUESTS, in.guest());
        return all;
    }

    private boolean enteredOnTheWay(@Nullable Complaint filed, String book) {
        return filed != null
                && sop(filed.agencyId()).mainPath(filed.channel()).stream()
                        .flatMap(step -> step.effects().stream())
                        .anyMatch(e ->
                                e.word().equals(Effect.REGISTER) && e.argument().equals(book));
    }

    private void said(Signed me, Incoming in, Complaint filed, Instant now) {
        List<Event> events = new ArrayList<>();
        NewComplaint n = in.complaint();
        if (in.late())
            events.add(Event.of(
                    Event.Kind.ENTERED_LATE,
                    me.officerId(),
                    "officer",
                    Long.toString(in.receivedBy()),
                    "blank",
                    in.blank() == null ? "-" : in.blank().toString()));
        if (in.way() == Way.TANGKAPAN && n != null)
            events.add(Event.of(
                    Event.Kind.SCREENSHOT_TAKEN,
                    me.officerId(),
                    "medium",
                    n.reception().value(EnteredField.MEDIA),
                    "files",
                    n.uploads().stream().map(StoredFile::sha256).collect(Collectors.joining(","))));
        if (!events.isEmpty())
            complaints.append(complaints.lock(filed.agencyId(), filed.id()).complaint(), events, now);
    }

    /** Ends the step that the clerk has just done: only one that is theirs, that leaves nothing to choose and asks for no word. */
    private void goOn(Signed me, Complaint filed) {
        cases.forOfficer(me.agencyId(), me.officerId(), false, filed.publicNumber())
                .flatMap(OwnFirstStep::of)
                .ifPresent(a -> handlings.decide(
                        me.agencyId(),
                        me.officerId(),
                        new Decision(filed.id(), a.id(), a.version(), 0, null, "", List.of())));
    }
}
