package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Download;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.paper.ProcedureSheets;
import id.tindak.sop.Bpmn;
import id.tindak.sop.Sop;
import id.tindak.sop.SopTable;
import java.io.ByteArrayInputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The SOP in force, as its official table and as a file for BPMN tools. */
@Controller
class ProcedurePages {

    private final PublicService service;
    private final ProcedureSheets sheets;

    ProcedurePages(PublicService service, ProcedureSheets sheets) {
        this.service = service;
        this.sheets = sheets;
    }

    @GetMapping("/sop")
    @Access(Access.Who.PUBLIC)
    View procedure(Page page) {
        Sop sop = service.sop(page);
        return View.of("portal/sop.jte", page, new Procedure(sop, SopTable.html(sop)));
    }

    /** The official table on paper. */
    @GetMapping("/sop.pdf")
    @Access(Access.Who.PUBLIC)
    Download pdf(Page page) {
        Sop sop = service.sop(page);
        byte[] sheet = sheets.of(sop);
        String name = "sop-" + sop.code() + "-" + sop.version() + ".pdf";
        return new Download(name, "application/pdf", sheet.length, () -> new ByteArrayInputStream(sheet));
    }

    @GetMapping("/sop.bpmn")
    @Access(Access.Who.PUBLIC)
    ResponseEntity<String> bpmn(Page page) {
        Sop sop = service.sop(page);
        String name = "sop-" + sop.code() + "-" + sop.version() + ".bpmn";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Bpmn.xml(sop));
    }
}
