package id.tindak.open311;

import id.tindak.agency.Category;
import id.tindak.api.Gate;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Pages;
import id.tindak.base.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Open311 GeoReport v2 under {@code /open311/v2}. Every answer, errors included, is XML or JSON by the ending of the address. */
@Controller
class Open311Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Open311Pages.class);
    private static final String ROOT = "/open311/v2/";

    private final Callers callers;
    private final Services services;
    private final Requests requests;
    private final Discovery discovery;
    private final Pages pages;
    private final Clock clock;

    Open311Pages(Callers callers, Services services, Requests requests, Discovery discovery, Pages pages, Clock clock) {
        this.callers = callers;
        this.services = services;
        this.requests = requests;
        this.discovery = discovery;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ROOT + "discovery.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> discovery(Page page, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        return answer(page, format, discovery.of(page), caller.left());
    }

    @GetMapping(ROOT + "services.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> services(Page page, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        return answer(page, format, services.list(page), caller.left());
    }

    @GetMapping(ROOT + "services/{code}.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> definition(Page page, @PathVariable String code, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        return answer(page, format, services.definition(page, service(page, code)), caller.left());
    }

    @PostMapping(ROOT + "requests.{format}")
    @Access(value = Who.CLIENT, formToken = false)
    ResponseEntity<byte[]> file(Page page, @PathVariable String format, Form form, HttpServletRequest request) {
        Callers.Filer filer = callers.filing(page, form);
        known(page, format);
        String code = form.value("service_code");
        if (code.isEmpty()) throw Refused.of(400, page.t("georeport.fault.no-service"));
        RequestForm.Asked asked = RequestForm.read(page, form, service(page, code), services.attributes(page));
        Node filed = requests.file(
                page, filer.client(), asked, parts(request), !filer.left().granted());
        return answer(page, format, filed, filer.left());
    }

    @GetMapping(ROOT + "requests.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> list(Page page, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        Query q = Query.read(page, form, clock.instant());
        return answer(page, format, requests.list(page, caller.client(), q), caller.left());
    }

    @GetMapping(ROOT + "requests/{id}.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> one(Page page, @PathVariable String id, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        Node found = requests.one(page, caller.client(), Query.of(id, clock.instant()))
                .orElseThrow(() -> Refused.of(404, page.t("georeport.fault.request")));
        return answer(page, format, found, caller.left());
    }

    @GetMapping(ROOT + "servicerequestupdates.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> updates(Page page, @PathVariable String format, Form form) {
        Callers.Caller caller = callers.reading(page, form);
        Query q = Query.read(page, form, clock.instant());
        return answer(page, format, requests.updates(page, caller.client(), q), caller.left());
    }

    /** What the reporter wrote on to the program: it goes into the conversation of the case that this program filed. */
    @PostMapping(ROOT + "servicerequestupdates.{format}")
    @Access(value = Who.CLIENT, formToken = false)
    ResponseEntity<byte[]> add(Page page, @PathVariable String format, Form form, HttpServletRequest request) {
        Callers.Filer filer = callers.filing(page, form);
        known(page, format);
        if (!filer.left().granted()) throw Refused.tooMany(page.t("georeport.fault.often"), filer.left());
        return answer(page, format, requests.add(page, filer.client(), form, parts(request)), filer.left());
    }

    /** Every request gets its number at once, so no token was ever handed out. */
    @GetMapping(ROOT + "tokens/{token}.{format}")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> token(Page page, @PathVariable String token, Form form) {
        callers.reading(page, form);
        throw Refused.of(404, page.t("georeport.fault.token"));
    }

    /** What the specification does not know. */
    @RequestMapping("/open311/**")
    @Access(value = Who.PUBLIC, formToken = false)
    ResponseEntity<byte[]> unknown(Page page, Form form) {
        callers.reading(page, form);
        throw Refused.of(404, page.t("georeport.fault.path"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
        String uri = request.getRequestURI();
        Format format = Format.of(uri.substring(uri.lastIndexOf('.') + 1)).orElse(Format.XML);
        return written(refused.status(), format, refused.node(), refused.left());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> busy(Problem problem, HttpServletRequest request) {
        return refused(Refused.of(problem.status(), pages.of(request).t(problem.fault())), request);
    }

    /** What cannot be read is the caller's fault; anything else is ours, and the specification knows one number for both. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception e, HttpServletRequest request) {
        boolean unreadable = e.getClass().getName().startsWith("org.apache.tomcat.util.http.");
        if (!unreadable)
            LOG.error("{} {} failed", request.getMethod(), pages.of(request).path(), e);
        return refused(Refused.of(400, pages.of(request).t(unreadable ? "web.error.400" : "web.error.500")), request);
    }

    private Category service(Page page, String code) {
        return services.offered(page.brand().agencyId(), code)
                .orElseThrow(() -> Refused.of(404, page.t("georeport.fault.service")));
    }

    private static List<MultipartFile> parts(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getMultiFileMap().values().stream()
                        .flatMap(Collection::stream)
                        .filter(f -> !f.isEmpty())
                        .toList();
    }

    private static ResponseEntity<byte[]> answer(Page page, String ending, Node node, Limits.Left left) {
        return written(200, known(page, ending), node, left);
    }

    private static Format known(Page page, String ending) {
        return Format.of(ending).orElseThrow(() -> Refused.of(404, page.t("georeport.fault.format")));
    }

    private static ResponseEntity<byte[]> written(int status, Format format, Node node, Limits.@Nullable Left left) {
        var answer = ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (left != null) answer.headers(Gate.told(left));
        return answer.body(format.write(node));
    }
}
