package id.tindak.lapor;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.handling.CarryOver;
import id.tindak.handling.OutsideReports;
import id.tindak.handling.OutsideReports.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of our complaints stand in SP4N-LAPOR!, how they stand there, and what of ours was told there. */
@Service
public class LaporReports {

    /** Key of the SOP's {@code kanal}. */
    public static final String CHANNEL = "lapor";

    private static final int ROWS = 50;
    /** Longer than any transaction. */
    private static final Duration QUIET = Duration.ofHours(1);

    /** A clock that runs out within these days is near its end. */
    private static final TimeStandard SOON = TimeStandard.parse("3 hari kerja");

    private final LaporStore store;
    private final OutsideReports outside;
    private final CarryOver carryOver;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Clock clock;

    LaporReports(
            LaporStore store,
            OutsideReports outside,
            CarryOver carryOver,
            Agencies agencies,
            Calendars calendars,
            Clock clock) {
        this.store = store;
        this.outside = outside;
        this.carryOver = carryOver;
        this.agencies = agencies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A case has this number already; undoes what was begun. */
    public static final class Taken extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Taken() {
            super("this LAPOR! number is here already", null, false, false);
        }
    }

    /** Nothing is asked of the database for a complaint of another channel. */
    public Optional<Report> of(Complaint c) {
        return c.channel().equals(CHANNEL) ? store.ofCase(c.agencyId(), c.id()) : Optional.empty();
    }

    public Optional<Report> find(int agencyId, TrackingId id) {
        return store.find(agencyId, id);
    }

    /** @param next null on the last page */
    public record Page(List<LaporLine> lines, LaporQuery.@Nullable After next) {}

    /** Those that the query asks for and that do not accuse this officer; what runs out at LAPOR! first stands first. */
    public Page list(int agencyId, long me, LaporQuery query) {
        Instant soon = calendars.current(agencyId).deadline(clock.instant(), SOON);
        List<LaporLine> found = store.list(agencyId, me, query, soon, ROWS + 1);
        List<LaporLine> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return new Page(shown, found.size() > ROWS ? LaporQuery.After.of(shown.getLast()) : null);
    }

    /** What an adapter said went wrong; empty when nothing did. */
    public Optional<String> trouble(int agencyId) {
        return store.trouble(agencyId);
    }

    public States states(int agencyId) {
        return States.of(agencies.settings(agencyId));
    }

    /**
     * A complaint just filed came with this number. Part of the transaction that files it.
     *
     * @param since when LAPOR! got it; null: now
     * @param state as LAPOR! calls it; empty: nothing was done there
     * @throws Taken when another case has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void filed(Complaint c, TrackingId id, @Nullable Instant since, String state, @Nullable Long officer) {
        Instant now = clock.instant();
        States states = states(c.agencyId());
        String word = state.isEmpty() ? states.word(Meaning.BARU) : state;
        Meaning meaning = states.meaning(word);
        Report report =
                new Report(id, c.id(), since == null ? now : since, word, meaning, now, officer, null, null, null);
        if (store.find(c.agencyId(), id).isPresent() || !store.insert(c.agencyId(), report)) throw new Taken();
        outside.reported(c.agencyId(), c.id(), report.reportedAt(), officer);
        if (!meaning.known().isEmpty()) knows(c.agencyId(), c.id(), meaning, officer);
    }

    /** LAPOR! calls its state so now. False when that was known. */
    @Transactional
    public boolean state(int agencyId, long complaintId, String word, @Nullable Instant since, @Nullable Long officer) {
        Meaning meaning = states(agencyId).meaning(word);
        Instant at = since == null ? clock.instant() : since;
        if (!store.state(agencyId, complaintId, word, meaning, at, officer, clock.instant())) return false;
        knows(agencyId, complaintId, meaning, officer);
        return true;
    }

    /** The program itself told LAPOR! that the case stands so. */
    @Transactional
    public void state(int agencyId, long complaintId, Meaning meaning) {
        state(agencyId, complaintId, states(agencyId).word(meaning), null, null);
    }

    private void knows(int agencyId, long complaintId, Meaning meaning, @Nullable Long officer) {
        Event event = Event.of(Event.Kind.LAPOR_STATE, officer, "state", meaning.name());
        outside.known(agencyId, complaintId, meaning.known(), event);
    }

    /** This text stands in LAPOR! now. False when it, or a newer one, did before. A question shows that somebody is at it; it is no answer. */
    @Transactional
    public boolean told(int agencyId, long complaintId, long message, @Nullable Long officer) {
        Boolean answers = store.answers(agencyId, complaintId, message).orElse(null);
        if (answers == null || !store.told(agencyId, complaintId, message, clock.instant(), officer)) return false;
        Event event = Event.of(Event.Kind.LAPOR_TOLD, officer, "text", Long.toString(message));
        Set<Known> known = answers ? Set.of(Known.BEGUN, Known.ANSWERED) : Set.of(Known.BEGUN);
        outside.known(agencyId, complaintId, known, event);
        // while it was pasted somebody may have said more
        if (store.waiting(agencyId, complaintId).isEmpty()) carryOver.done(agencyId, complaintId, officer);
        return true;
    }

    /** Puts aside what is over on both sides. */
    void settle() {
        Instant before = clock.instant().minus(QUIET);
        agencies.all().forEach(a -> store.settle(a.id(), before));
    }
}
