package id.tindak.notice;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.message.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one mail per officer of what was gathered: in the agency's working hours only, not more often than the agency says, or once in the morning for whoever wants that. Several may run at
 * once. Each mail is an event of every case it names.
 */
@Service
class Digest {

    private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
    private static final int AT_ONCE = 500;

    private final NoticeStore store;
    private final NoticeLines lines;
    private final Complaints complaints;
    private final Outbox outbox;
    private final Agencies agencies;
    private final Calendars calendars;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digest(
            NoticeStore store,
            NoticeLines lines,
            Complaints complaints,
            Outbox outbox,
            Agencies agencies,
            Calendars calendars,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.complaints = complaints;
        this.outbox = outbox;
        this.agencies = agencies;
        this.calendars = calendars;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everybody of every agency that is at work now, in pages by id, so that one mail that fails holds up no other. */
    void send() {
        for (Agency agency : agencies.all()) {
            if (!calendars.current(agency.id()).isWorking(clock.instant())) continue;
            List<Long> officers = store.waiting(agency.id(), 0, AT_ONCE);
            while (!officers.isEmpty()) {
                for (long officer : officers) one(agency, officer);
                officers = store.waiting(agency.id(), officers.getLast(), AT_ONCE);
            }
        }
    }

    private void one(Agency agency, long officer) {
        try {
            transaction.executeWithoutResult(status -> mail(agency, officer));
        } catch (RuntimeException failed) {
            LOG.error("Notices of officer {}/{}", agency.id(), officer, failed);
        }
    }

    private void mail(Agency agency, long officerId) {
        Instant now = clock.instant();
        Wish wish = store.claim(agency.id(), officerId).orElse(null);
        if (wish == null || !due(agency, wish, now)) return;
        List<Notice> gathered = store.gathered(agency.id(), officerId);
        Officer officer = people.officer(agency.id(), officerId).orElseThrow();
        String email = officer.email();
        boolean reached = email != null && officer.activeOn(people.today(agency.id()));
        List<Notice> wanted =
                gathered.stream().filter(n -> reached && wish.wants(n)).toList();
        List<NoticeLine> said = wanted.isEmpty() ? List.of() : lines.of(agency.id(), officerId, wanted);
        store.end(agency.id(), gathered, said.stream().map(NoticeLine::notice).toList(), now);
        if (said.isEmpty() || email == null) return;
        Map<Long, Notice> byId = wanted.stream().collect(Collectors.toMap(Notice::id, Function.identity()));
        Settings settings = agencies.settings(agency.id());
        DigestText text = new DigestText(agency, settings, byId, said);
        outbox.stage(
                agency.id(),
                List.of(new Outbox.Outgoing(
                        null,
                        Outbox.EMAIL,
                        email,
                        "work",
                        Map.of(
                                "number",
                                text.subject(),
                                Outbox.LINES,
                                text.body(),
                                Outbox.PLAIN_LINK,
                                agency.baseUrl() + "/meja"))));
        store.mailed(agency.id(), officerId, now);
        TreeSet<Long> named = new TreeSet<>();
        said.forEach(l -> named.add(complaint(byId, l)));
        // in the order of their ids, so that two mails at once never wait for each other in a ring
        for (long id : named) {
            Complaint c = complaints.lock(agency.id(), id).complaint();
            Event mailed = Event.of(Event.Kind.OFFICER_MAILED, null, "officer", Long.toString(officerId));
            complaints.append(c, List.of(mailed), now);
        }
    }

    private static long complaint(Map<Long, Notice> byId, NoticeLine line) {
        Notice n = byId.get(line.notice());
        if (n == null) throw new IllegalStateException("a line for no notice: " + line.notice());
        return n.complaintId();
    }

    /** Whether the officer may get a mail now: the last one is long enough ago, or of another day for whoever wants one a day. */
    private boolean due(Agency agency, Wish wish, Instant now) {
        Instant last = wish.lastMailAt();
        if (last == null) return true;
        if (wish.daily())
            return last.atZone(agency.zone())
                    .toLocalDate()
                    .isBefore(now.atZone(agency.zone()).toLocalDate());
        Duration pause = Duration.ofMinutes(agencies.settings(agency.id()).number("kabar_jeda"));
        return !last.plus(pause).isAfter(now);
    }
}
