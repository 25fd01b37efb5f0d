package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.PhoneCall;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone calls about a case, in or out. They stand in its conversation in an officer's words, which the reporter does not read; what he told can
 * stand as told by him, and then does what a message of his does.
 */
@Service
public class PhoneCalls {

    private final Cases cases;
    private final ReporterVerbs reporters;
    private final CopyStore copies;
    private final Complaints complaints;
    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    PhoneCalls(
            Cases cases,
            ReporterVerbs reporters,
            CopyStore copies,
            Complaints complaints,
            Conversations conversations,
            People people,
            Clock clock) {
        this.cases = cases;
        this.reporters = reporters;
        this.copies = copies;
        this.complaints = complaints;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A call as an officer writes it down.
     *
     * @param with whom, where it was not the reporter himself; may be empty
     * @param said may be empty where nobody answered
     * @param told what the reporter told by it; null where the words are the office's own note
     */
    public record Held(
            PhoneCall.Direction direction,
            Instant at,
            String with,
            String said,
            ReporterVerbs.@Nullable Supplied told) {

        boolean reached() {
            return direction.reached();
        }

        boolean same(PhoneCall other) {
            return other.direction() == direction
                    && other.at().equals(at)
                    && other.with().equals(with);
        }
    }

    /** Whoever may write to the reporter may write down a call; on a closed case too, where it changes nothing any more. */
    @Transactional
    public Outcome record(int agencyId, long officerId, long complaintId, Held call) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        Sight sight = Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now);
        if (!sight.may(Message.Audience.REPORTER)) return new Outcome.Refused("", "handling.notYours");
        if (call.at().isAfter(now)) return new Outcome.Refused("waktu", "handling.callAhead");
        // a form knows no seconds
        if (call.at().isBefore(k.complaint().receivedAt().truncatedTo(ChronoUnit.MINUTES)))
            return new Outcome.Refused("waktu", "handling.callBefore");
        if (call.reached() && call.said().isBlank()) return new Outcome.Refused("isi", "handling.callText");
        ReporterVerbs.Supplied told = call.told();
        if (told != null && !call.reached()) return new Outcome.Refused("keterangan", "handling.callUnanswered");
        if (told != null && !call.with().isBlank()) return new Outcome.Refused("dengan", "handling.callOther");
        return told == null ? noted(k, officerId, call, now) : told(k, officerId, call, told, now);
    }

    private Outcome noted(Case k, long officerId, Held call, Instant now) {
        Complaint c = k.complaint();
        boolean repeated = conversations
                .repeated(c.agencyId(), c.id(), officerId, Message.Audience.OFFICE, call.said(), now)
                .flatMap(m -> conversations.call(c.agencyId(), m.id()))
                .filter(call::same)
                .isPresent();
        if (repeated) return new Outcome.Done(c);
        Transition t = cases.change(k, now, officerId);
        called(t, t.say(Message.Audience.OFFICE, Message.Kind.CALL, call.said()), officerId, call);
        Complaint saved = cases.save(t);
        complaints.index(saved, k.reporter(), conversations.sought(c.agencyId(), c.id()));
        return new Outcome.Done(saved);
    }

    private Outcome told(Case k, long officerId, Held call, ReporterVerbs.Supplied told, Instant now) {
        ReporterVerbs.Supplied fresh = told.only(unknown(k));
        return reporters.write(k, call.said(), fresh, List.of(), (t, message) -> called(t, message, officerId, call));
    }

    /** Fields of identity that a call can bring: what is known is never replaced, and who remains unnamed is not named by the office. */
    public static List<String> unknown(Case k) {
        Reporter r = k.reporter();
        boolean unnamed = k.complaint().privacy() == Privacy.TANPA_IDENTITAS
                || k.complaint().concernsOfficer() && r.unnamed();
        return unnamed ? List.of() : r.lacking();
    }

    /** A reporter who was reached himself needs no other way any more. */
    private void called(Transition t, Message said, long officerId, Held call) {
        Complaint c = t.complaint();
        int settled =
                call.reached() && call.with().isEmpty() ? copies.reached(c.agencyId(), c.id(), officerId, t.now()) : 0;
        String[] more = settled == 0 ? new String[0] : new String[] {"settled", Integer.toString(settled)};
        t.called(said, officerId, call.direction(), call.at(), call.with(), more);
    }
}
