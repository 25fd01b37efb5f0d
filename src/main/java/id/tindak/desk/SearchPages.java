package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import id.tindak.handling.Desk;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Searching by number and words; by the reporter's name only as a POST of its own, which is logged. */
@Controller
class SearchPages {

    private static final int LONGEST = 200;

    private final CaseLines lines;
    private final Desk desk;

    SearchPages(CaseLines lines, Desk desk) {
        this.lines = lines;
        this.desk = desk;
    }

    @GetMapping("/meja/cari")
    @Access(Who.OFFICER)
    View search(Page page, Signed me, Form form) {
        String words = form.line("cari", LONGEST);
        List<CaseLine> found = form.ok() ? lines.search(me.agencyId(), me.officerId(), words) : List.of();
        if (found.size() == 1 && found.getFirst().number().equalsIgnoreCase(words))
            return View.to(page, "/aduan/" + found.getFirst().number());
        return View.of("desk/search.jte", page, found(page, me, words, false, found, form))
                .status(form.ok() ? 200 : 422);
    }

    @PostMapping("/meja/cari/pelapor")
    @Access(Who.OFFICER)
    View searchReporter(Page page, Signed me, Form form) {
        String words = form.line("nama", LONGEST);
        if (words.length() < 3) form.wrong("nama", "desk.search.nameShort");
        List<CaseLine> found = form.ok() ? lines.searchReporter(me.agencyId(), me.officerId(), words) : List.of();
        return View.of("desk/search.jte", page, found(page, me, words, true, found, form))
                .status(form.ok() ? 200 : 422)
                .noStore();
    }

    private Found found(Page page, Signed me, String words, boolean byName, List<CaseLine> found, Form form) {
        return new Found(
                DeskMenu.plain(page, "", desk.ofWholeAgency(me.agencyId(), me.officerId())),
                words,
                byName,
                found.stream().map(l -> LineView.of(page, l)).toList(),
                form);
    }
}
