package id.tindak.desk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.agency.Category;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Desk;
import id.tindak.handling.DeskPage;
import id.tindak.handling.DeskQuery.Filter;
import id.tindak.handling.Drafts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The officer's desk and the own drafts. */
@Controller
class DeskPages {

    private final Desk desk;
    private final Drafts drafts;
    private final Agencies agencies;
    private final Calendars calendars;

    DeskPages(Desk desk, Drafts drafts, Agencies agencies, Calendars calendars) {
        this.desk = desk;
        this.drafts = drafts;
        this.agencies = agencies;
        this.calendars = calendars;
    }

    @GetMapping("/meja")
    @Access(Who.OFFICER)
    View desk(Page page, Signed me, Form form) {
        DeskAddress address = DeskAddress.parse(form);
        DeskPage found = desk.page(me.agencyId(), me.officerId(), address.query());
        DeskView view =
                DeskView.of(page, calendars.current(me.agencyId()), address, found, choices(me.agencyId(), address));
        return View.of("desk/desk.jte", page, view);
    }

    @GetMapping("/meja/draf")
    @Access(Who.OFFICER)
    View drafts(Page page, Signed me) {
        boolean books = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/drafts.jte",
                page,
                new DraftsView(DeskMenu.plain(page, "/meja/draf", books), drafts.all(me.agencyId(), me.officerId())));
    }

    private DeskView.Choices choices(int agencyId, DeskAddress address) {
        Map<String, String> districts = new LinkedHashMap<>();
        agencies.settings(agencyId).list("kecamatan").forEach(k -> districts.put(k, k));
        Map<String, String> categories = new LinkedHashMap<>();
        for (Category c : agencies.categories(agencyId)) if (c.active()) categories.put(c.code(), c.name());
        Filter f = address.filter();
        Map<String, String> kept = new LinkedHashMap<>();
        if (!address.queue().isEmpty()) kept.put("antrean", address.queue());
        if (f.channel() != null) kept.put("kanal", f.channel());
        if (f.untaken()) kept.put("belum", "1");
        if (f.confidential()) kept.put("rahasia", "1");
        Form form = Form.empty()
                .with("kecamatan", f.district() == null ? "" : f.district())
                .with("kategori", f.category() == null ? "" : f.category());
        return new DeskView.Choices(form, districts, categories, kept);
    }
}
