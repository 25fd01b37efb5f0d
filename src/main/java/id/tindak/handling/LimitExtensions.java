package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making a limit set by law longer where the rule allows it: once, with a reason, and the reporter is told in writing (UU 14/2008 Pasal 22 ayat (8): 7 working days for a request for information). */
@Service
public class LimitExtensions {

    private final Cases cases;
    private final People people;
    private final Agencies agencies;
    private final Clock clock;

    LimitExtensions(Cases cases, People people, Agencies agencies, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @param code of the limit */
    @Transactional
    public Outcome extend(int agencyId, long officerId, long complaintId, String code, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        if (!Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now)
                .acts()) return new Outcome.Refused("", "handling.notYours");
        Optional<StatutoryLimit> limit = cases.limits(agencyId, now).stream()
                .filter(l -> l.code().equals(code))
                .findFirst();
        CaseClock c = limit.flatMap(
                        l -> k.clocks().stream().filter(l::lengthens).findFirst())
                .orElse(null);
        TimeStandard by = limit.map(StatutoryLimit::extension).orElse(null);
        if (c == null || by == null) return new Outcome.Refused("", "handling.notExtendable");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = cases.change(k, now, officerId);
        t.clocks().extend(c, by);
        Instant until = c.extended(by, k.calendar(), k.calendarVersion()).deadline();
        String day = new Times(agencies.byId(agencyId).zone(), Texts.DEFAULT).date(until);
        Message told = t.say(
                Message.Audience.REPORTER,
                Message.Kind.NOTICE,
                Texts.get(Texts.DEFAULT, "handling.extended", by.text(), day, reason));
        Map<String, String> facts = new LinkedHashMap<>(t.textFacts(told));
        facts.put("clock", code);
        facts.put("from", c.deadline().toString());
        facts.put("to", until.toString());
        t.add(new Event(Event.Kind.LIMIT_EXTENDED, officerId, facts));
        t.tellReporter("notice", told);
        return new Outcome.Done(cases.save(t));
    }
}
