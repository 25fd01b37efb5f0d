package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFiles;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The receipt that somebody takes along from the counter is an issued paper: it can be verified, and a further print says that it is one. */
@Component
public class CounterReceipts {

    private static final PaperKind KIND = PaperKind.TANDA_TERIMA;

    private final Papers papers;
    private final Printing printing;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final People people;
    private final Clock clock;

    CounterReceipts(
            Papers papers,
            Printing printing,
            Complaints complaints,
            CaseFiles cases,
            Agencies agencies,
            People people,
            Clock clock) {
        this.papers = papers;
        this.printing = printing;
        this.complaints = complaints;
        this.cases = cases;
        this.agencies = agencies;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What stands under the receipt.
     *
     * @param line "Cetakan ke-2, oleh …, 23 November 2026 pukul 10.05 WIB."
     * @param link opens the page that says whether it is genuine
     */
    public record Colophon(String line, String link, Qr qr) {}

    /**
     * Counts a print; the first one issues the paper.
     *
     * @throws Problem 409 when somebody else printed it at that moment, 410 when its reporter was erased
     */
    public void print(Complaint c, long officerId) {
        Paper known = papers.valid(c, KIND, true).orElse(null);
        if (known != null && known.content().isEmpty()) throw Problem.of(410, "paper.erased");
        try {
            printing.toReporter(cases.forPaper(complaints.known(c)), KIND, known, officerId, clock.instant());
        } catch (DuplicateKeyException faster) {
            throw Problem.of(409, "paper.faster");
        }
    }

    /** Of the newest print; empty when it was never printed. */
    public Optional<Colophon> colophon(Complaint c) {
        Agency agency = agencies.byId(c.agencyId());
        return papers.valid(c, KIND, true).map(p -> {
            Papers.Print print = papers.newest(c, p);
            String by =
                    people.officer(agency.id(), print.by()).map(Officer::name).orElse("");
            String at = new Times(agency.zone(), Texts.DEFAULT).moment(print.at());
            String link = agency.baseUrl() + "/periksa/" + p.code();
            return new Colophon(
                    Texts.get(Texts.DEFAULT, "paper.colophon.print", p.prints(), by, at), link, Qr.of(link));
        });
    }
}
