package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Correction;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ralat: what the office wrote down wrongly is written anew with a reason, on the case and in the books. What the reporter wrote himself is not touched. */
@Service
public class Corrections {

    private static final Set<EnteredField> NEVER_EMPTY =
            EnumSet.of(EnteredField.JUDUL, EnteredField.URAIAN, EnteredField.DITERIMA);
    /** A later correction of the time is no slip of the pen. */
    private static final Duration EARLIEST = Duration.ofDays(366);

    private final Cases cases;
    private final Complaints complaints;
    private final Conversations conversations;
    private final People people;
    private final Recorder recorder;
    private final List<OutsideNumbers> numbers;
    private final Clock clock;

    Corrections(
            Cases cases,
            Complaints complaints,
            Conversations conversations,
            People people,
            Recorder recorder,
            List<OutsideNumbers> numbers,
            Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.conversations = conversations;
        this.people = people;
        this.recorder = recorder;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param seen how many corrections the case had on the page that the form stood on */
    @Transactional
    public Outcome correct(
            int agencyId, long officerId, long complaintId, EnteredField field, String to, String reason, int seen) {
        Case k = cases.lock(agencyId, complaintId);
        Complaint c = k.complaint();
        Instant now = clock.instant();
        Sight sight = Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now);
        if (!sight.acts() || field.personal() && !sight.identity()) return new Outcome.Refused("", "handling.notYours");
        if (c.enteredBy() == null || !field.correctable()) return new Outcome.Refused("", "handling.notEntered");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        String from = value(c, k.reporter(), field);
        Outcome.Refused wrong = wrong(k, field, from, to, now);
        if (wrong != null) return wrong;
        boolean outside = field == EnteredField.NOMOR_LUAR;
        if (outside && numbers.stream().anyMatch(n -> n.refused(agencyId, complaintId, to)))
            return new Outcome.Refused("nilai", "handling.outsideNumber");
        if (complaints.corrections(c).size() != seen) return new Outcome.Refused("", "handling.corrected");
        Transition t = cases.change(k, now, officerId);
        Message why = t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason);
        var correction = new Correction(Ids.next(now), field, from, to, why.id(), now, officerId);
        t.add(Event.of(
                Event.Kind.FIELD_CORRECTED,
                officerId,
                "field",
                field.key(),
                "correction",
                Long.toString(correction.id()),
                "message",
                Long.toString(why.id()),
                "text",
                why.fingerprint()));
        if (field == EnteredField.DITERIMA) t.receivedAt(Instant.parse(to));
        if (field == EnteredField.URAIAN) {
            Message text = t.say(Message.Audience.REPORTER, Message.Kind.CORRECTION, to);
            t.add(Event.of(
                    Event.Kind.TEXT_CORRECTED,
                    officerId,
                    "message",
                    Long.toString(text.id()),
                    "text",
                    text.fingerprint()));
        }
        Complaint saved = cases.save(t);
        complaints.correct(complaints.known(saved), correction, conversations.sought(agencyId, complaintId));
        if (outside) numbers.forEach(n -> n.corrected(agencyId, complaintId, to));
        List<Event> books = recorder.corrected(saved, correction, reason);
        return new Outcome.Done(books.isEmpty() ? saved : complaints.append(saved, books, now));
    }

    /** Why this may not stand there; null when it may. */
    private static Outcome.@Nullable Refused wrong(Case k, EnteredField field, String from, String to, Instant now) {
        if (from.equals(to)) return new Outcome.Refused("nilai", "handling.sameValue");
        if (to.isEmpty() && NEVER_EMPTY.contains(field)) return new Outcome.Refused("nilai", "handling.valueMissing");
        if (field != EnteredField.DITERIMA) return null;
        Instant received = Instant.parse(to);
        Instant acted = k.assignments().stream()
                .map(Assignment::doneAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now);
        if (received.isAfter(now)) return new Outcome.Refused("nilai", "handling.receivedAhead");
        if (received.isAfter(acted)) return new Outcome.Refused("nilai", "handling.receivedAfterAct");
        return received.isBefore(now.minus(EARLIEST)) ? new Outcome.Refused("nilai", "handling.receivedLongAgo") : null;
    }

    /** What stands there now; empty where nothing does. */
    private String value(Complaint c, Reporter r, EnteredField field) {
        return switch (field) {
            case JUDUL -> c.title();
            case URAIAN -> Message.ofComplaint(conversations.of(c.agencyId(), c.id(), true));
            case DITERIMA -> c.receivedAt().toString();
            case KECAMATAN -> or(c.district());
            case DESA -> or(c.village());
            case PATOKAN -> or(c.landmark());
            case NAMA -> or(r.name());
            case LEMBAGA -> or(r.organisation());
            case ALAMAT -> or(r.address());
            case HP -> or(r.phone());
            case EMAIL -> or(r.email());
            default -> complaints.reception(c).value(field);
        };
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
