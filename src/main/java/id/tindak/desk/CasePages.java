package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: its page, and the same case as a complete file on paper. */
@Controller
class CasePages {

    private final CaseShow cases;

    CasePages(CaseShow cases) {
        this.cases = cases;
    }

    @GetMapping("/aduan/{number}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, @PathVariable String number) {
        return cases.page(page, me, number);
    }

    @GetMapping("/aduan/{number}/cetak")
    @Access({Who.OFFICER, Who.AUDITOR})
    View print(Page page, Signed me, @PathVariable String number) {
        CaseFile file = cases.file(me, number);
        CaseView view = cases.view(page, me, file, Typed.NOTHING, null, null);
        return View.of("desk/file.jte", page, PrintedFile.of(page, file, view));
    }
}
