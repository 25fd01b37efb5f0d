package id.tindak.frontdesk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Signed;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseLines;
import id.tindak.intake.Proofs;
import id.tindak.paper.Letterhead;
import id.tindak.register.Book;
import id.tindak.register.Books;
import id.tindak.register.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words what the front desk took in, as far as the asking officer may know it. */
@Component
class EntryShow {

    private static final int NEWEST = 15;
    /** So long the officer who entered it may print the receipt with the code. */
    private static final Duration AT_THE_COUNTER = Duration.ofMinutes(30);

    private final FrontDeskStore store;
    private final Complaints complaints;
    private final CaseLines lines;
    private final Proofs proofs;
    private final Books books;
    private final Agencies agencies;
    private final People people;

    EntryShow(
            FrontDeskStore store,
            Complaints complaints,
            CaseLines lines,
            Proofs proofs,
            Books books,
            Agencies agencies,
            People people) {
        this.store = store;
        this.complaints = complaints;
        this.lines = lines;
        this.proofs = proofs;
        this.books = books;
        this.agencies = agencies;
        this.people = people;
    }

    /** The newest of today. */
    List<EntryLine> today(Page page, Signed me) {
        Instant midnight =
                people.today(me.agencyId()).atStartOfDay(page.brand().zone()).toInstant();
        List<CounterEntry> found = store.since(me.agencyId(), midnight, NEWEST);
        Map<Long, CaseLines.Seen> seen = seen(me, found);
        Map<Long, Officer> officers = people.officers(
                me.agencyId(),
                found.stream().map(CounterEntry::enteredBy).distinct().toList());
        return found.stream()
                .map(e -> new EntryLine(
                        e.id(),
                        e.way(),
                        e.happenedAt(),
                        what(page, e, seen),
                        e.complaintId() == null ? e.person() : "",
                        numbers(e),
                        name(officers, e.enteredBy())))
                .toList();
    }

    Entered entered(Page page, Signed me, CounterEntry e) {
        int agency = me.agencyId();
        Settings settings = agencies.settings(agency);
        Complaint c = e.complaintId() == null
                ? null
                : complaints.byId(agency, e.complaintId()).orElse(null);
        Map<Long, Officer> officers = people.officers(agency, List.of(e.enteredBy(), e.receivedBy()));
        return new Entered(
                e,
                what(page, e, seen(me, List.of(e))),
                c == null ? ownBooks(agency, e) : booksOf(agency, c),
                c == null && !e.field(Field.PERIHAL).isEmpty()
                        ? page.url("/meja-depan/" + e.id() + "/tanda-terima")
                        : null,
                proof(page, me, e, c),
                c == null ? null : Qr.of(page.brand().baseUrl() + "/lacak/" + c.publicNumber()),
                e.way() == Way.TANGKAPAN,
                name(officers, e.receivedBy()),
                name(officers, e.enteredBy()),
                Letterhead.of(agencies.byId(agency), settings),
                !settings.text("kop_lambang").isEmpty());
    }

    private @Nullable String proof(Page page, Signed me, CounterEntry e, @Nullable Complaint c) {
        if (c == null || e.enteredBy() != me.officerId() || c.codeRotation() != 0) return null;
        boolean still = page.now().isBefore(e.enteredAt().plus(AT_THE_COUNTER));
        return still ? proofs.make(Proofs.Of.COUNTER, c) : null;
    }

    private Map<Long, CaseLines.Seen> seen(Signed me, Collection<CounterEntry> entries) {
        return lines.seen(
                me.agencyId(),
                me.officerId(),
                false,
                entries.stream()
                        .map(CounterEntry::complaintId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static String what(Page page, CounterEntry e, Map<Long, CaseLines.Seen> seen) {
        if (e.complaintId() == null) return e.subject();
        CaseLines.Seen known = seen.get(e.complaintId());
        return known == null ? page.t("register.secret") : known.line().title();
    }

    private static List<String> numbers(CounterEntry e) {
        return Stream.concat(Stream.ofNullable(e.number()), e.books().stream().map(b -> b.printed()))
                .toList();
    }

    /** The numbers that the case has in the books, whoever entered it there. */
    private List<Entered.BookLine> booksOf(int agency, Complaint c) {
        List<Entered.BookLine> all = new ArrayList<>();
        for (Chain link : complaints.events(c)) {
            if (!link.kind().equals("BOOK_ENTERED")) continue;
            Map<String, String> f = link.facts();
            String key = f.getOrDefault("book", "");
            all.add(new Entered.BookLine(
                    bookName(agency, key),
                    f.getOrDefault("printed", ""),
                    "/buku/" + key + "/" + f.get("year") + "/" + f.get("entry")));
        }
        return all;
    }

    private List<Entered.BookLine> ownBooks(int agency, CounterEntry e) {
        return e.books().stream()
                .map(b -> new Entered.BookLine(
                        bookName(agency, b.book()),
                        b.printed(),
                        "/buku/" + b.book() + "/" + b.year() + "/" + b.number()))
                .toList();
    }

    private String bookName(int agency, String key) {
        return books.find(agency, key).map(Book::name).orElse(key);
    }

    private static String name(Map<Long, Officer> officers, long id) {
        Officer officer = officers.get(id);
        return officer == null ? Long.toString(id) : officer.name();
    }
}
