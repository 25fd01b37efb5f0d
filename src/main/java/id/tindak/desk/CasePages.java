package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Dispositions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: its page, and the same case as a complete file on paper. */
@Controller
class CasePages {

    private final CaseShow cases;
    private final Dispositions dispositions;
    private final AttachedFiles files;

    CasePages(CaseShow cases, Dispositions dispositions, AttachedFiles files) {
        this.cases = cases;
        this.dispositions = dispositions;
        this.files = files;
    }

    @GetMapping("/aduan/{number}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, @PathVariable String number) {
        CaseFile file = cases.file(me, number);
        Dispositions.unread(file.k(), file.sight().decide())
                .ifPresent(order -> dispositions.read(
                        me.agencyId(), me.officerId(), file.k().complaint().id(), order.id()));
        return cases.page(page, me, file);
    }

    /** An attachment: always saved, never opened in the browser. */
    @GetMapping("/aduan/{number}/berkas/{id}")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download attachment(Signed me, @PathVariable String number, @PathVariable long id) {
        StoredFile file = cases.file(me, number).attachments().stream()
                .filter(a -> a.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound)
                .file();
        return new Download(file.name(), file.mediaType(), file.size(), () -> files.open(me.agencyId(), file));
    }

    @GetMapping("/aduan/{number}/cetak")
    @Access({Who.OFFICER, Who.AUDITOR})
    View print(Page page, Signed me, @PathVariable String number) {
        CaseFile file = cases.file(me, number);
        CaseView view = cases.view(page, me, file, Typed.NOTHING, null, null);
        return View.of("desk/file.jte", page, PrintedFile.of(page, file, view));
    }
}
