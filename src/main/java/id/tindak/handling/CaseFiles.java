package id.tindak.handling;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.message.Conversation;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for a page. Reads only. */
@Service
public class CaseFiles {

    private final Cases cases;
    private final Complaints complaints;
    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    CaseFiles(Cases cases, Complaints complaints, Conversations conversations, People people, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /** The case, if this officer may see it; empty also when there is none, so that nobody learns which. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> forOfficer(int agencyId, long officerId, boolean auditor, String number) {
        return complaints.knownByNumber(agencyId, number).flatMap(known -> {
            Case k = cases.load(known);
            List<RoleHolder> holdings = people.holdings(agencyId, officerId);
            Sight sight = Sight.of(k, officerId, holdings, auditor, clock.instant());
            return sight.content() ? Optional.of(file(k, sight, holdings, known, false)) : Optional.empty();
        });
    }

    /** The case for its reporter, who has shown number and code: no internal texts, no names of officers. */
    @Transactional(readOnly = true)
    public CaseFile forReporter(Complaints.Known known) {
        return file(cases.load(known), Sight.NOTHING, List.of(), known, true);
    }

    /** The case for a paper that the program makes of itself: everything, for nobody to look at. */
    @Transactional(readOnly = true)
    public CaseFile forPaper(Complaints.Known known) {
        return file(cases.load(known), Sight.NOTHING, List.of(), known, false);
    }

    /** The statutory limits of today, for the names and sources behind the clocks of a case. */
    public List<StatutoryLimit> limits(int agencyId) {
        return cases.limits(agencyId, clock.instant());
    }

    private CaseFile file(Case k, Sight sight, List<RoleHolder> holdings, Complaints.Known known, boolean forReporter) {
        Complaint c = k.complaint();
        Conversation talk = conversations.with(c.agencyId(), c.id(), forReporter);
        List<Message> messages = talk.texts();
        List<Chain> events = forReporter ? List.of() : complaints.events(c);
        Map<Long, Unit> units =
                people.units(c.agencyId()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<Long, Officer> names =
                forReporter ? Map.of() : people.officers(c.agencyId(), mentioned(k, sight, messages, events));
        return new CaseFile(
                k,
                sight,
                holdings,
                messages,
                talk.sendings(),
                talk.calls(),
                talk.transcripts(),
                known.attachments(),
                events,
                names,
                units);
    }

    /** Officers whom a reminder reached, those with a copy last. */
    public static List<Long> reminded(Map<String, String> facts) {
        return Stream.of("told", "copied")
                .flatMap(f -> Stream.of(facts.getOrDefault(f, "-").split(",")))
                .filter(id -> !id.equals("-"))
                .map(Long::valueOf)
                .toList();
    }

    private static Set<Long> mentioned(Case k, Sight sight, List<Message> messages, List<Chain> events) {
        Set<Long> ids = new HashSet<>();
        k.assignments().forEach(a -> {
            ids.add(a.officerId());
            ids.add(a.doneBy());
        });
        k.dispositions().forEach(d -> {
            ids.add(d.giver());
            ids.add(d.readBy());
            ids.add(d.order().to().officerId());
        });
        messages.forEach(m -> ids.add(m.officerId()));
        events.forEach(e -> {
            ids.add(e.actor());
            Stream.of("officer", "behalf")
                    .map(e.facts()::get)
                    .flatMap(Stream::ofNullable)
                    .forEach(concerned -> ids.add(Long.valueOf(concerned)));
            if (e.kind().equals(Event.Kind.OFFICER_REMINDED.name())) ids.addAll(reminded(e.facts()));
        });
        k.inputs().forEach(i -> ids.add(i.askedBy()));
        ids.add(sight.behalf());
        ids.add(k.complaint().enteredBy());
        ids.remove(null);
        return ids;
    }
}
