package id.tindak.admin;

import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.SopReadiness;
import id.tindak.handling.Sops;
import id.tindak.sop.Bpmn;
import id.tindak.sop.Fault;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import id.tindak.sop.SopTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** SOP versions: upload and check, preview as the official table, readiness, putting in force from a date, downloads. */
@Controller
public class SopPages {

    private static final int LARGEST = 400_000;

    private final Sops sops;
    private final SopReadiness readiness;
    private final People people;

    SopPages(Sops sops, SopReadiness readiness, People people) {
        this.sops = sops;
        this.readiness = readiness;
        this.people = people;
    }

    /** @param hash hexadecimal SHA-256 of the file */
    public record Row(Sops.Version version, String hash, boolean current, boolean planned) {}

    public record Listing(Form form, List<Row> rows, List<Fault> faults) {}

    /** @param blocked whether a finding keeps it from being put in force */
    public record Preview(
            Form form,
            Row row,
            Sop sop,
            String table,
            List<Fault> notes,
            List<SopReadiness.Finding> findings,
            boolean blocked) {}

    @GetMapping("/kelola/sop")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed) {
        return View.of("admin/sops.jte", page, listing(page, signed, Form.empty(), List.of()));
    }

    @PostMapping("/kelola/sop")
    @Access(Who.ADMIN)
    View upload(Page page, Signed signed, Form form) {
        String yaml = ListUpload.text(form, "berkas", "teks", LARGEST);
        if (yaml == null)
            return View.of("admin/sops.jte", page, listing(page, signed, form, List.of()))
                    .status(422);
        return switch (sops.upload(signed.agencyId(), yaml, signed.officerId())) {
            case Sops.Stored stored ->
                View.to(page, "/kelola/sop/" + stored.version().id());
            case Sops.Refused refused -> {
                form.wrong("teks", "admin.sop.faulty", refused.faults().size());
                Form shown = form.value("teks").isEmpty() ? form.with("teks", yaml) : form;
                yield View.of("admin/sops.jte", page, listing(page, signed, shown, refused.faults()))
                        .status(422);
            }
        };
    }

    @GetMapping("/kelola/sop/{id}")
    @Access(Who.ADMIN)
    View preview(Page page, Signed signed, @PathVariable long id) {
        Form form = Form.empty().with("mulai", people.today(signed.agencyId()).toString());
        return View.of("admin/sop.jte", page, preview(page, signed, form, find(signed, id)));
    }

    @PostMapping("/kelola/sop/{id}/berlakukan")
    @Access(Who.ADMIN)
    View putInForce(Page page, Signed signed, Form form, @PathVariable long id) {
        Sops.Version version = find(signed, id);
        LocalDate from = DateField.read(form, "mulai", false);
        LocalDate today = people.today(signed.agencyId());
        if (from != null && from.isBefore(today)) form.wrong("mulai", "admin.sop.past");
        Preview shown = preview(page, signed, form, version);
        if (shown.blocked()) form.wrong("mulai", "admin.sop.not-ready");
        if (version.inForceFrom() != null) form.wrong("mulai", "admin.sop.in-force-already");
        if (!form.ok() || from == null)
            return View.of("admin/sop.jte", page, shown).status(422);
        Instant moment = from.equals(today)
                ? page.now()
                : from.atStartOfDay(page.brand().zone()).toInstant();
        sops.putInForce(signed.agencyId(), id, moment, signed.officerId());
        return View.to(page, "/kelola/sop")
                .flash("admin.sop.put-in-force", page.times().moment(moment));
    }

    @GetMapping("/kelola/sop/{id}/yaml")
    @Access(Who.ADMIN)
    ResponseEntity<byte[]> yaml(Signed signed, @PathVariable long id) {
        Sops.Version v = find(signed, id);
        return file(v.code() + "-" + v.number() + ".yaml", "application/yaml", v.yaml());
    }

    @GetMapping("/kelola/sop/{id}/bpmn")
    @Access(Who.ADMIN)
    ResponseEntity<byte[]> bpmn(Signed signed, @PathVariable long id) {
        Sops.Version v = find(signed, id);
        return file(
                v.code() + "-" + v.number() + ".bpmn",
                "application/xml",
                Bpmn.xml(sops.byId(signed.agencyId(), id).sop()));
    }

    private static ResponseEntity<byte[]> file(String name, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(type));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        headers.setCacheControl("private, no-store");
        return ResponseEntity.ok().headers(headers).body(bytes);
    }

    private Preview preview(Page page, Signed signed, Form form, Sops.Version version) {
        int agency = signed.agencyId();
        if (!(SopFile.read(version.yaml()) instanceof SopFile.Valid valid))
            throw new IllegalStateException("stored SOP version " + version.id() + " does not read");
        List<SopReadiness.Finding> findings = readiness.of(agency, valid.sop());
        return new Preview(
                form,
                row(version, page, current(agency)),
                valid.sop(),
                SopTable.html(valid.sop()),
                valid.notes(),
                findings,
                findings.stream().anyMatch(SopReadiness.Finding::blocks));
    }

    private Listing listing(Page page, Signed signed, Form form, List<Fault> faults) {
        Long current = current(signed.agencyId());
        List<Row> rows = sops.versions(signed.agencyId()).stream()
                .map(v -> row(v, page, current))
                .toList();
        return new Listing(form, rows, faults);
    }

    private static Row row(Sops.Version v, Page page, @Nullable Long current) {
        return new Row(
                v,
                HexFormat.of().formatHex(v.sha256()),
                current != null && v.id() == current,
                v.inForceFrom() != null && v.inForceFrom().isAfter(page.now()));
    }

    private @Nullable Long current(int agency) {
        return sops.inForce(agency).map(Sops.Running::id).orElse(null);
    }

    private Sops.Version find(Signed signed, long id) {
        return sops.versions(signed.agencyId()).stream()
                .filter(v -> v.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
