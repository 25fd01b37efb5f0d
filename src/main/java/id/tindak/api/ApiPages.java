package id.tindak.api;

import id.tindak.account.ReporterCode;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Pages;
import id.tindak.base.web.Problem;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.PublicNumber;
import id.tindak.handling.CaseFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** The own API under {@code /api/v1}; its contract is openapi.yaml, which a test holds against these routes and their answers. */
@Controller
class ApiPages {

    static final String ROOT = "/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(ApiPages.class);
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;

    private final Entrance entrance;
    private final NewForm newForm;
    private final Submissions submissions;
    private final CaseStore store;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Decisions decisions;
    private final Happenings happenings;
    private final Clients clients;
    private final ReporterCode codes;
    private final Pages pages;

    ApiPages(
            Entrance entrance,
            NewForm newForm,
            Submissions submissions,
            CaseStore store,
            Complaints complaints,
            CaseFiles cases,
            Decisions decisions,
            Happenings happenings,
            Clients clients,
            ReporterCode codes,
            Pages pages) {
        this.entrance = entrance;
        this.newForm = newForm;
        this.submissions = submissions;
        this.store = store;
        this.complaints = complaints;
        this.cases = cases;
        this.decisions = decisions;
        this.happenings = happenings;
        this.clients = clients;
        this.codes = codes;
        this.pages = pages;
    }

    @GetMapping(ROOT + "/openapi.yaml")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> contract() {
        try (InputStream in = Objects.requireNonNull(ApiPages.class.getResourceAsStream("/api/openapi.yaml"))) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8")
                    .body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping(ROOT + "/aduan")
    @Access(value = Who.CLIENT, formToken = false)
    ResponseEntity<byte[]> file(Page page, HttpServletRequest request) {
        Entrance.Admitted in = entrance.filing(page, request);
        JsonForm body = JsonForm.read(request, NewForm.FIELDS);
        String channel = submissions.channel(page.brand().agencyId());
        NewForm.Read read = newForm.read(page.brand().agencyId(), body.form(), channel);
        var said = Submissions.Said.of(in.client(), List.of(new String(body.raw(), StandardCharsets.UTF_8)))
                .named(once(request));
        Complaint before = submissions.repeated(said).orElse(null);
        if (before != null && submissions.contradicts(before, said)) throw ApiFault.of(422, "api.fault.other");
        Complaint filed = before != null
                ? before
                : submissions.file(
                        said, read.place(), read.draft().suspect(!in.left().granted()));
        String code = codes.of(filed.agencyId(), filed.id(), filed.codeRotation());
        return written(201, new Answers(page).filed(filed, code), in.left());
    }

    @GetMapping(ROOT + "/aduan")
    @Access(Who.CLIENT)
    ResponseEntity<byte[]> list(Page page, Form form, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.READ, Scope.FILE);
        int limit = limit(form, MOST);
        List<CaseStore.Row> rows = store.list(in.client(), before(form), open(form), form.one("kategori"), limit + 1);
        List<CaseStore.Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? Long.toString(shown.getLast().id(), 36) : null;
        return written(200, new Answers(page).list(shown, next), in.left());
    }

    @GetMapping(ROOT + "/aduan/{nomor}")
    @Access(Who.CLIENT)
    ResponseEntity<byte[]> one(Page page, @PathVariable String nomor, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.READ, Scope.FILE);
        CaseStore.Row row = row(in.client(), nomor);
        Complaint c = complaints.byId(in.client().agencyId(), row.id()).orElseThrow();
        return written(200, new Answers(page).one(row, cases.forReporter(complaints.known(c))), in.left());
    }

    /** Whoever complained, on its own and each time an event of the agency: it is revealed to a program. */
    @GetMapping(ROOT + "/aduan/{nomor}/pelapor")
    @Access(Who.CLIENT)
    ResponseEntity<byte[]> reporter(Page page, @PathVariable String nomor, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.PERSONS);
        CaseStore.Row row = row(in.client(), nomor);
        Complaints.Known known = complaints.known(
                complaints.byId(in.client().agencyId(), row.id()).orElseThrow());
        clients.revealed(in.client(), row.number());
        return written(200, new Answers(page).reporter(known.complaint(), known.reporter()), in.left());
    }

    @GetMapping(ROOT + "/aduan/{nomor}/langkah")
    @Access(Who.CLIENT)
    ResponseEntity<byte[]> step(Page page, @PathVariable String nomor, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.DECIDE);
        Decisions.Seen seen =
                decisions.seen(in.client(), nomor).orElseThrow(() -> ApiFault.of(404, "api.fault.number"));
        return written(200, new Answers(page).step(seen), in.left());
    }

    @PostMapping(ROOT + "/aduan/{nomor}/keputusan")
    @Access(value = Who.CLIENT, formToken = false)
    ResponseEntity<byte[]> decide(Page page, @PathVariable String nomor, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.DECIDE);
        JsonForm body = JsonForm.read(request, Decisions.FIELDS);
        Complaint decided = decisions.decide(in.client(), nomor, body.form());
        return written(200, new Answers(page).decided(decided), in.left());
    }

    @GetMapping(ROOT + "/peristiwa")
    @Access(Who.CLIENT)
    ResponseEntity<byte[]> happened(Page page, Form form, HttpServletRequest request) {
        Entrance.Admitted in = entrance.reading(page, request, Scope.EVENTS);
        Happenings.Cursor from =
                Happenings.Cursor.read(form.one("setelah")).orElseThrow(() -> ApiFault.of(400, "api.fault.cursor"));
        List<Happenings.Happening> rows = happenings.after(in.client(), from, limit(form, Happenings.MOST));
        Happenings.Cursor next = rows.isEmpty() ? from : rows.getLast().cursor();
        return written(200, new Answers(page).happenings(rows, next), in.left());
    }

    /** What the contract does not know. */
    @RequestMapping(ROOT + "/**")
    @Access(value = Who.CLIENT, formToken = false)
    ResponseEntity<byte[]> unknown(Page page, HttpServletRequest request) {
        entrance.reading(page, request, Scope.values());
        throw ApiFault.of(404, "api.fault.path", request.getMethod(), page.path());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ApiFault fault, HttpServletRequest request) {
        var answer = answer(fault.status(), "application/problem+json", fault.left());
        if (fault.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer.body(bytes(new Answers(pages.of(request)).problem(fault)));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> busy(Problem problem, HttpServletRequest request) {
        return refused(
                ApiFault.of(
                        problem.status(), problem.fault().key(), problem.fault().args()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception e, HttpServletRequest request) {
        boolean unreadable = e.getClass().getName().startsWith("org.apache.tomcat.util.http.");
        if (unreadable) return refused(ApiFault.of(400, "web.error.400"), request);
        LOG.error("{} {} failed", request.getMethod(), pages.of(request).path(), e);
        return refused(ApiFault.of(500, "web.error.500"), request);
    }

    private CaseStore.Row row(Client client, String number) {
        return store.find(client, PublicNumber.normal(number)).orElseThrow(() -> ApiFault.of(404, "api.fault.number"));
    }

    private static String once(HttpServletRequest request) {
        String name = request.getHeader("Idempotency-Key");
        if (name == null) return "";
        if (name.length() > LONGEST_NAME) throw ApiFault.of(400, "api.fault.once", LONGEST_NAME);
        return name.strip();
    }

    private static int limit(Form form, int most) {
        if (form.value("batas").isEmpty()) return most;
        long limit = form.number("batas");
        if (limit < 1 || limit > most) throw ApiFault.of(400, "api.fault.limit", most);
        return (int) limit;
    }

    private static long before(Form form) {
        String cursor = form.value("setelah");
        if (cursor.isEmpty()) return Long.MAX_VALUE;
        if (cursor.matches("[0-9a-z]{1,12}")) return Long.parseLong(cursor, 36);
        throw ApiFault.of(400, "api.fault.cursor");
    }

    private static @Nullable Boolean open(Form form) {
        return switch (form.value("keadaan")) {
            case "" -> null;
            case "berjalan" -> true;
            case "berakhir" -> false;
            default -> throw ApiFault.of(400, "api.fault.state");
        };
    }

    private static ResponseEntity<byte[]> written(int status, ObjectNode body, Limits.Left left) {
        return answer(status, "application/json", left).body(bytes(body));
    }

    private static ResponseEntity.BodyBuilder answer(int status, String type, Limits.@Nullable Left left) {
        var answer = ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return left == null ? answer : answer.headers(Gate.told(left));
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
