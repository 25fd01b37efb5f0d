package id.tindak.register;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Ids;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.handling.CaseLines;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The entries of the books: reading them as far as the asking officer may, entering by hand, and what may be done to an entry
 * afterwards. Nothing is ever taken out or overwritten unseen.
 */
@Service
class Entries {

    private final BookStore store;
    private final Numbers numbers;
    private final CaseLines cases;
    private final Complaints complaints;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Entries(
            BookStore store,
            Numbers numbers,
            CaseLines cases,
            Complaints complaints,
            Agencies agencies,
            AgencyEvents events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.cases = cases;
        this.complaints = complaints;
        this.agencies = agencies;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param next number below which the next page begins; null on the last */
    record Page(List<Line> lines, @Nullable Integer next) {}

    List<BookYear> years(int agencyId) {
        return store.years(agencyId);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page page(Signed me, Shelf shelf, Filter filter, int before, int limit) {
        List<Entry> found = store.page(me.agencyId(), me.officerId(), shelf, filter, before, limit + 1);
        List<Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(lines(me, shown), found.size() > limit ? shown.getLast().number() : null);
    }

    @Transactional(readOnly = true)
    public Optional<Line> find(Signed me, Shelf shelf, int number) {
        return store.entry(me.agencyId(), shelf, number)
                .map(e -> lines(me, List.of(e)).getFirst());
    }

    /** Somebody took a year of a book along, on paper or as a file, names and all: that is known afterwards. */
    @Transactional
    public void takenAlong(Signed me, Shelf shelf, String as) {
        events.append(
                me.agencyId(),
                "BOOK_EXPORTED",
                me.officerId(),
                Map.of("book", shelf.book().key(), "year", Integer.toString(shelf.year()), "as", as));
    }

    /**
     * Enters a letter or a guest. The same form sent twice is one entry.
     *
     * @param number of the case that it belongs to; empty for none
     */
    public Written enter(Signed me, Book book, NewEntry typed, String number) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> write(me, book, typed, number)));
        } catch (DuplicateKeyException twice) {
            String key = typed.submissionKey();
            return Optional.ofNullable(key)
                    .flatMap(k -> store.bySubmission(me.agencyId(), k))
                    .orElseThrow(() -> twice);
        }
    }

    private Written write(Signed me, Book book, NewEntry typed, String number) {
        Instant now = clock.instant();
        if (number.isEmpty()) return give(me, book, typed, now);
        Complaint c = complaints.byNumber(me.agencyId(), number).orElse(null);
        if (c == null || !sees(me, c)) return new Written.Refused("aduan", "register.noSuchCase");
        Complaint locked = complaints.lock(me.agencyId(), c.id()).complaint();
        Written.Done given = give(me, book, typed.ofCase(c.id()), now);
        complaints.append(locked, List.of(Recording.event(book.key(), given, me.officerId())), now);
        return given;
    }

    private Written.Done give(Signed me, Book book, NewEntry e, Instant now) {
        return numbers.enter(me.agencyId(), List.of(new Numbers.Wanted(book, e)), now, me.officerId())
                .getFirst()
                .number();
    }

    private boolean sees(Signed me, Complaint c) {
        return cases.seen(me.agencyId(), me.officerId(), me.auditor(), List.of(c.id()))
                .containsKey(c.id());
    }

    /**
     * A correction (ralat) of one field, or of the time: what stood there stays, struck through. An empty column is filled in without a
     * reason (who received what was handed over, and when), and says all the same who did so.
     */
    @Transactional
    public Written correct(Signed me, Shelf shelf, int number, Correcting c) {
        Entry e = open(me, shelf, number);
        String first = c.field() == null ? "tanggal" : "isian";
        if (e.corrections().size() != c.seen()) return new Written.Refused(first, "register.changed");
        Field field = c.field();
        Instant time = c.time();
        if (field != null) {
            String old = e.fields().getOrDefault(field, "");
            if (old.equals(c.value())) return new Written.Refused("nilai", "register.same");
            if (!old.isEmpty() && c.reason().isBlank()) return new Written.Refused("alasan", "register.reasonMissing");
            keep(me, e, field.key(), old, c.reason());
            store.field(me.agencyId(), e.place(), field, c.value());
        } else if (time != null) {
            if (e.happenedAt().equals(time)) return new Written.Refused("tanggal", "register.same");
            if (!sameYear(me, time, e.happenedAt())) return new Written.Refused("tanggal", "register.otherYear");
            keep(me, e, Entry.TIME, e.happenedAt().toString(), c.reason());
            store.time(me.agencyId(), e, time);
        }
        return done(e);
    }

    /** The number of another system; replacing one is a correction like any other. */
    @Transactional
    public Written external(Signed me, Shelf shelf, int number, String external, String reason) {
        Entry e = open(me, shelf, number);
        String old = e.externalNumber();
        if (external.isEmpty() && old == null) return new Written.Refused("luar", "register.externalMissing");
        if (external.equals(old)) return new Written.Refused("luar", "register.same");
        if (old != null && reason.isBlank()) return new Written.Refused("alasan_luar", "register.reasonMissing");
        keep(me, e, Entry.EXTERNAL, old == null ? "" : old, reason);
        store.externalNumber(me.agencyId(), e, external.isEmpty() ? null : external);
        return done(e);
    }

    /** The number stays where it is, struck through, and is never given again. */
    @Transactional
    public Written cancel(Signed me, Shelf shelf, int number, String reason) {
        Entry e = open(me, shelf, number);
        if (reason.isBlank()) return new Written.Refused("alasan_batal", "register.reasonMissing");
        if (store.closing(me.agencyId(), e.book(), e.year()).isPresent()) throw Problem.of(409, "register.yearClosed");
        store.cancel(me.agencyId(), e, new Entry.Cancelled(clock.instant(), me.officerId(), reason));
        happened(me, e, Event.Kind.BOOK_CANCELLED, "");
        return done(e);
    }

    /** @throws Problem when there is no such entry, or nothing may be done to it any more */
    private Entry open(Signed me, Shelf shelf, int number) {
        store.lock(me.agencyId(), shelf.book().key(), shelf.year(), number);
        Line line = find(me, shelf, number).orElseThrow(Problem::notFound);
        if (line.hidden()) throw Problem.of(404, "register.hidden");
        if (line.entry().cancelled() != null) throw Problem.of(409, "register.alreadyCancelled");
        return line.entry();
    }

    private void keep(Signed me, Entry e, String field, String old, String reason) {
        Instant now = clock.instant();
        store.correction(
                me.agencyId(), Ids.next(now), e.place(), new Entry.Correction(field, old, reason, now, me.officerId()));
        happened(me, e, Event.Kind.BOOK_CORRECTED, field);
    }

    /** Into the chain of the case, or of the agency where no case is behind the entry. */
    private void happened(Signed me, Entry e, Event.Kind kind, String field) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "book",
                e.book(),
                "year",
                Integer.toString(e.year()),
                "entry",
                Integer.toString(e.number()),
                "printed",
                e.printed()));
        if (!field.isEmpty()) facts.put("field", field);
        Long complaint = e.complaintId();
        if (complaint == null) {
            events.append(me.agencyId(), kind.name(), me.officerId(), facts);
            return;
        }
        Complaint locked = complaints.lock(me.agencyId(), complaint).complaint();
        complaints.append(locked, List.of(new Event(kind, me.officerId(), facts)), clock.instant());
    }

    private boolean sameYear(Signed me, Instant a, Instant b) {
        ZoneId zone = agencies.byId(me.agencyId()).zone();
        return a.atZone(zone).getYear() == b.atZone(zone).getYear();
    }

    private static Written done(Entry e) {
        return new Written.Done(e.year(), e.number(), e.printed());
    }

    private List<Line> lines(Signed me, List<Entry> entries) {
        List<Long> ids = entries.stream()
                .map(Entry::complaintId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, CaseLines.Seen> seen = cases.seen(me.agencyId(), me.officerId(), me.auditor(), ids);
        return entries.stream()
                .map(e -> new Line(e, e.complaintId() == null ? null : seen.get(e.complaintId())))
                .toList();
    }
}
