package id.tindak.frontdesk;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Signed;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Complaint;
import id.tindak.handling.CounterVerbs;
import id.tindak.handling.Outcome;
import id.tindak.register.Field;
import id.tindak.register.HandEntries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The printed answer is handed out: a line on the case and one in the expedition book, which has always been the proof that a paper was received. */
@Service
class Handout {

    private final CounterVerbs verbs;
    private final HandEntries books;
    private final Agencies agencies;
    private final Clock clock;

    Handout(CounterVerbs verbs, HandEntries books, Agencies agencies, Clock clock) {
        this.verbs = verbs;
        this.books = books;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @param relation to the reporter; empty for the reporter himself */
    @Transactional
    public Outcome handOut(Signed me, Complaint c, CounterVerbs.Document document, String who, String relation) {
        String paper = Texts.get(Texts.DEFAULT, "frontdesk.document." + document.name());
        String line = relation.isEmpty()
                ? Texts.get(Texts.DEFAULT, "frontdesk.collect.line", who, paper)
                : Texts.get(Texts.DEFAULT, "frontdesk.collect.line-for", who, relation, paper);
        return verbs.collected(me.agencyId(), me.officerId(), c.id(), document, line, () -> expedition(me, c, who));
    }

    private void expedition(Signed me, Complaint c, String who) {
        Instant now = clock.instant();
        ZoneId zone = agencies.byId(me.agencyId()).zone();
        books.enter(
                me.agencyId(),
                me.officerId(),
                c.id(),
                now,
                Map.of(
                        "buku-ekspedisi",
                        Map.of(
                                Field.PERIHAL,
                                Texts.get(Texts.DEFAULT, "frontdesk.collect.subject", c.publicNumber()),
                                Field.TUJUAN,
                                Texts.get(Texts.DEFAULT, "frontdesk.collect.to"),
                                Field.PENERIMA,
                                who,
                                Field.DITERIMA,
                                LocalDate.ofInstant(now, zone).toString())));
    }
}
