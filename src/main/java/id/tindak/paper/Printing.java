package id.tindak.paper;

import id.tindak.agency.Agencies;
import id.tindak.base.Ids;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Signed;
import id.tindak.base.web.Templates;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Complaint;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseVerbs;
import id.tindak.handling.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes the file of a paper: the first print issues it, every further one says so on the paper. Takes a second, outside any transaction. */
@Component
class Printing {

    private final Sheets sheets;
    private final Press press;
    private final Papers papers;
    private final AttachedFiles files;
    private final CaseVerbs verbs;
    private final Logos logos;
    private final Agencies agencies;

    Printing(
            Sheets sheets,
            Press press,
            Papers papers,
            AttachedFiles files,
            CaseVerbs verbs,
            Logos logos,
            Agencies agencies) {
        this.sheets = sheets;
        this.press = press;
        this.papers = papers;
        this.files = files;
        this.verbs = verbs;
        this.logos = logos;
        this.agencies = agencies;
    }

    /** @param reason for a paper that says who complained; empty for one that does not */
    record Wanted(PaperKind kind, boolean identity, String reason, String letterNumber) {}

    sealed interface Result {
        record Done(String name, byte[] content) implements Result {}

        record Refused(Outcome.Refused why) implements Result {}
    }

    /** @throws Problem 409 when somebody else printed the same paper at that moment */
    Result print(Page page, Signed me, CaseFile file, Wanted wanted) {
        Complaint c = file.k().complaint();
        if (wanted.identity()
                && verbs.reveal(c.agencyId(), me.officerId(), c.id(), wanted.reason())
                        instanceof CaseVerbs.Revealed.Refused refused)
            return new Result.Refused(new Outcome.Refused(refused.field(), refused.reason()));
        Paper known = papers.valid(c, wanted.kind(), wanted.identity()).orElse(null);
        if (known != null && known.content().isEmpty())
            return new Result.Refused(new Outcome.Refused("", "paper.erased"));
        try {
            return new Result.Done(
                    name(wanted.kind(), c), printed(file, wanted, known, me.officerId(), me.name(), page.now()));
        } catch (DuplicateKeyException faster) {
            throw Problem.of(409, "paper.faster");
        }
    }

    /** @param known the paper of which this is a further print; null for the first */
    private byte[] printed(CaseFile file, Wanted wanted, @Nullable Paper known, long by, String printer, Instant now) {
        Complaint c = file.k().complaint();
        Paper paper = known == null ? fresh(now, by, file, wanted) : again(known);
        Press.Printed printed = pressed(c, paper, printer, now);
        Papers.File stored = new Papers.File(files.keep(c.agencyId(), printed.content()), printed.pages());
        if (known == null) papers.issued(c, paper, stored);
        else papers.reprinted(c, paper, stored, by);
        return printed.content();
    }

    private Press.Printed pressed(Complaint c, Paper paper, String printer, Instant at) {
        byte[] logo = logos.of(c.agencyId());
        Colophon colophon = Colophon.of(agencies.byId(c.agencyId()), c, paper, printer, at, logo != null);
        return press.pdf(
                Templates.text("paper/document.jte", Map.of("m", colophon)),
                "naskah-pdf.css",
                pictures(colophon, logo));
    }

    static String name(PaperKind kind, Complaint c) {
        return kind.code() + "-" + c.publicNumber() + ".pdf";
    }

    /**
     * Issues a paper to the reporter in person, without an officer at the printer: no reveal, the name goes to whom it belongs.
     *
     * @param known as for {@link #printed}
     * @param by the officer who stands behind what it says
     * @throws DuplicateKeyException when it was printed at that very moment
     */
    byte[] toReporter(CaseFile file, PaperKind kind, @Nullable Paper known, long by, Instant now) {
        return printed(file, new Wanted(kind, true, "", ""), known, by, file.personName(by), now);
    }

    /** The sheet as it would be issued now, without the reporter's name. */
    String preview(CaseFile file, PaperKind kind) {
        return content(file, kind, false, "");
    }

    private String content(CaseFile file, PaperKind kind, boolean identity, String letterNumber) {
        Long receiver = file.k().complaint().enteredBy();
        return Templates.text(
                "paper/sheet.jte",
                Map.of("m", sheets.of(file, new Sheets.Wish(kind, identity, file.personName(receiver), letterNumber))));
    }

    private Paper fresh(Instant now, long by, CaseFile file, Wanted wanted) {
        String registered = wanted.kind() == PaperKind.SURAT_JAWABAN ? Sheets.outgoing(file) : "";
        return new Paper(
                Ids.next(now),
                file.k().complaint().id(),
                wanted.kind(),
                registered.isEmpty() ? wanted.letterNumber() : registered,
                wanted.identity(),
                content(file, wanted.kind(), wanted.identity(), wanted.letterNumber()),
                PaperCode.random(),
                now,
                by,
                null,
                null,
                wanted.kind().round(file.k().complaint()),
                1,
                0);
    }

    private static Paper again(Paper p) {
        return new Paper(
                p.id(),
                p.complaintId(),
                p.kind(),
                p.number(),
                p.identity(),
                p.content(),
                p.code(),
                p.issuedAt(),
                p.issuedBy(),
                p.withdrawnAt(),
                p.supersededBy(),
                p.round(),
                p.prints() + 1,
                p.pages());
    }

    private static Map<String, byte[]> pictures(Colophon colophon, byte @Nullable [] logo) {
        Map<String, byte[]> pictures = new HashMap<>();
        pictures.put("qr", Qr.png(colophon.link()));
        if (logo != null) pictures.put("lambang", logo);
        return pictures;
    }
}
