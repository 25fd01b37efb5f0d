package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.message.Deliveries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Messages to the reporter that failed, or of which nobody knows whether they arrived. */
@Controller
class SendingPages {

    private final CaseFiles cases;
    private final Deliveries deliveries;

    SendingPages(CaseFiles cases, Deliveries deliveries) {
        this.cases = cases;
        this.deliveries = deliveries;
    }

    @PostMapping("/aduan/{number}/kiriman/{id}/lagi")
    @Access(Who.OFFICER)
    View again(Page page, Signed me, @PathVariable String number, @PathVariable long id) {
        Complaint c = own(me, number);
        boolean done = deliveries.sendAgain(me.agencyId(), c.id(), id, me.officerId());
        return back(page, number, done ? "desk.sending.again" : "desk.sending.settled");
    }

    @PostMapping("/aduan/{number}/kiriman/{id}/sampai")
    @Access(Who.OFFICER)
    View arrived(Page page, Signed me, @PathVariable String number, @PathVariable long id) {
        Complaint c = own(me, number);
        boolean done = deliveries.arrived(me.agencyId(), c.id(), id);
        return back(page, number, done ? "desk.sending.arrived" : "desk.sending.settled");
    }

    /** Whoever may write to the reporter may see to it that it arrives. */
    private Complaint own(Signed me, String number) {
        CaseFile file = cases.forOfficer(me.agencyId(), me.officerId(), me.auditor(), number)
                .orElseThrow(Problem::notFound);
        if (!file.sight().acts()) throw Problem.notFound();
        return file.k().complaint();
    }

    private static View back(Page page, String number, String said) {
        return View.to(page, "/aduan/" + number).flash(said);
    }
}
