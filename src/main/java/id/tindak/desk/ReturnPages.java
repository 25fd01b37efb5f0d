package id.tindak.desk;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseLines;
import id.tindak.handling.Desk;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For the coordinator: which cases are sent to and fro. */
@Controller
public class ReturnPages {

    private final CaseLines lines;
    private final Desk desk;
    private final Agencies agencies;

    ReturnPages(CaseLines lines, Desk desk, Agencies agencies) {
        this.lines = lines;
        this.desk = desk;
        this.agencies = agencies;
    }

    /** @param after so many returns until the coordinator decides for good */
    public record Shown(Menu menu, List<Row> rows, int after) {}

    public record Row(LineView line, int returns) {}

    @GetMapping("/meja/bolak-balik")
    @Access(Who.OFFICER)
    View list(Page page, Signed me) {
        List<Row> rows = lines.returned(me.agencyId(), me.officerId()).stream()
                .map(r -> new Row(LineView.of(page, r.line()), r.returns()))
                .toList();
        boolean wide = desk.ofWholeAgency(me.agencyId(), me.officerId());
        int after = agencies.settings(me.agencyId()).number("batas_pengembalian");
        return View.of(
                "desk/returns.jte", page, new Shown(DeskMenu.plain(page, "/meja/bolak-balik", wide), rows, after));
    }
}
