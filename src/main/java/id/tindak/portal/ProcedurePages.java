package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.sop.Bpmn;
import id.tindak.sop.Sop;
import id.tindak.sop.SopTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The SOP in force, as its official table and as a file for BPMN tools. */
@Controller
class ProcedurePages {

    private final PublicService service;

    ProcedurePages(PublicService service) {
        this.service = service;
    }

    @GetMapping("/sop")
    @Access(Access.Who.PUBLIC)
    View procedure(Page page) {
        Sop sop = service.sop(page);
        return View.of("portal/sop.jte", page, new Procedure(sop, SopTable.html(sop)));
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
