package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What answers promised beyond themselves: which are open, and closing one with evidence or renewing it with a reason. The reporter is told both. */
@Service
public class Commitments {

    /** Rows of one page. */
    static final int PAGE = 50;

    /** A promise further away is none. */
    private static final int LONGEST_YEARS = 5;

    private final CommitmentStore store;
    private final Cases cases;
    private final Complaints complaints;
    private final Desk desk;
    private final People people;
    private final Agencies agencies;
    private final Clock clock;

    Commitments(
            CommitmentStore store,
            Cases cases,
            Complaints complaints,
            Desk desk,
            People people,
            Agencies agencies,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.complaints = complaints;
        this.desk = desk;
        this.people = people;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** A commitment with the case that it belongs to. */
    public record Listed(Commitment commitment, long complaintId, String number, String title) {}

    /** Where a page begins: after this day and id. */
    public record Place(LocalDate due, long id) {

        public static final Place START = new Place(LocalDate.of(1900, 1, 1), 0);
    }

    /** @param next where the following page begins; null on the last */
    public record Page(List<Listed> rows, @Nullable Place next) {}

    /** Open commitments that this officer's units owe; of the whole agency for a desk of the whole agency. The nearest day first. */
    @Transactional(readOnly = true)
    public Page page(int agencyId, long officerId, Place after) {
        List<Listed> found = desk.ofWholeAgency(agencyId, officerId)
                ? store.open(agencyId, officerId, after, PAGE + 1)
                : store.open(agencyId, officerId, units(people.holdings(agencyId, officerId)), after, PAGE + 1);
        if (found.size() <= PAGE) return new Page(found, null);
        Commitment last = found.get(PAGE - 1).commitment();
        return new Page(found.subList(0, PAGE), new Place(last.due(), last.id()));
    }

    /** Open commitments of the agency whose day has come by then, the oldest first; for reminders. */
    @Transactional(readOnly = true)
    public List<Listed> due(int agencyId, LocalDate until) {
        return store.due(agencyId, until);
    }

    /** Whether this officer may close or renew a commitment of the case: who sees the case and sits in the unit that owes it, at a desk of the whole agency, or made the promise. */
    public static boolean mayKeep(Case k, Sight sight, List<RoleHolder> holdings, long officerId, Commitment c) {
        if (!sight.content() || !c.open()) return false;
        return c.madeBy() == officerId
                || Sight.agencyDesk(k.sop(), holdings)
                || c.unitId() != null && units(holdings).contains(c.unitId());
    }

    /** It is done, and here is what shows it. */
    @Transactional
    public Outcome fulfil(
            int agencyId, long officerId, long complaintId, long commitmentId, String text, List<StoredFile> evidence) {
        Opened o = open(agencyId, officerId, complaintId, commitmentId);
        Commitment c = o.commitment();
        if (c == null) return new Outcome.Refused("", "handling.commitmentGone");
        if (text.isBlank()) return new Outcome.Refused("isi", "handling.evidenceText");
        if (evidence.isEmpty()) return new Outcome.Refused("berkas", "handling.evidenceMissing");
        Transition t = o.transition();
        Message m = t.say(Message.Audience.REPORTER, Message.Kind.FULFILMENT, text);
        t.put(c.done(t.now(), officerId));
        t.add(Event.of(Event.Kind.COMMITMENT_FULFILLED, officerId, facts(c, m)));
        t.tellReporter("commitment-done", m);
        Complaint saved = cases.save(t);
        complaints.attach(saved, m, evidence, t.now());
        return new Outcome.Done(saved);
    }

    /** It takes longer: until when, and why. */
    @Transactional
    public Outcome renew(
            int agencyId, long officerId, long complaintId, long commitmentId, LocalDate until, String reason) {
        Opened o = open(agencyId, officerId, complaintId, commitmentId);
        Commitment c = o.commitment();
        if (c == null) return new Outcome.Refused("", "handling.commitmentGone");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        LocalDate today = people.today(agencyId);
        if (!until.isAfter(c.due()) || until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS)))
            return new Outcome.Refused("tanggal", "handling.commitmentLater");
        Transition t = o.transition();
        Message m = t.say(Message.Audience.REPORTER, Message.Kind.RENEWAL, reason);
        t.put(c.renewed(until));
        t.add(Event.of(
                Event.Kind.COMMITMENT_RENEWED,
                officerId,
                facts(c, m, "from", c.due().toString(), "to", until.toString())));
        String day = new Times(agencies.byId(agencyId).zone(), Texts.DEFAULT).longDate(until);
        t.tellReporter("commitment-renewed", m, Map.of("until", day));
        return new Outcome.Done(cases.save(t));
    }

    /** @param commitment null when there is none that this officer may keep */
    private record Opened(@Nullable Commitment commitment, Transition transition) {}

    private Opened open(int agencyId, long officerId, long complaintId, long commitmentId) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        List<RoleHolder> holdings = people.holdings(agencyId, officerId);
        Sight sight = Sight.of(k, officerId, holdings, false, now);
        Commitment found = k.commitments().stream()
                .filter(c -> c.id() == commitmentId && mayKeep(k, sight, holdings, officerId, c))
                .findFirst()
                .orElse(null);
        return new Opened(found, cases.change(k, now, officerId));
    }

    /** Whether a promise can be for that day. */
    static boolean possible(LocalDate due, LocalDate today) {
        return !due.isBefore(today) && !due.isAfter(today.plusYears(LONGEST_YEARS));
    }

    static Set<Long> units(List<RoleHolder> holdings) {
        return holdings.stream().flatMap(h -> Stream.ofNullable(h.unitId())).collect(Collectors.toSet());
    }

    static String[] facts(Commitment c, Message m, String... more) {
        return Stream.concat(
                        Stream.of(
                                "commitment",
                                Long.toString(c.id()),
                                "message",
                                Long.toString(m.id()),
                                "text",
                                m.fingerprint()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
