package id.tindak.desk;

import id.tindak.agency.Calendars;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseLines;
import id.tindak.handling.Desk;
import id.tindak.lapor.LaporQuery;
import id.tindak.lapor.LaporReports;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Cases that stand in SP4N-LAPOR! as well: the work list of whoever keeps both in step. */
@Controller
class LaporListPages {

    private final LaporReports reports;
    private final CaseLines lines;
    private final Desk desk;
    private final Calendars calendars;

    LaporListPages(LaporReports reports, CaseLines lines, Desk desk, Calendars calendars) {
        this.reports = reports;
        this.lines = lines;
        this.desk = desk;
        this.calendars = calendars;
    }

    @GetMapping(LaporQuery.HERE)
    @Access(Who.OFFICER)
    View list(Page page, Signed me, Form form) {
        int agency = me.agencyId();
        if (!desk.ofWholeAgency(agency, me.officerId())) throw Problem.of(404, "bridge.not-open");
        LaporQuery query = LaporQuery.parse(form);
        LaporReports.Page found = reports.list(agency, me.officerId(), query);
        Map<Long, CaseLines.Seen> seen = lines.seen(
                agency,
                me.officerId(),
                false,
                found.lines().stream().map(l -> l.report().complaintId()).toList());
        return View.of(
                "desk/lapor.jte",
                page,
                LaporListView.of(
                        page,
                        query,
                        found,
                        seen,
                        calendars.current(agency),
                        reports.trouble(agency).isPresent()));
    }
}
