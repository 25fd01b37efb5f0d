package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.base.web.Problem;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFiles;
import id.tindak.publication.PublicQuery;
import id.tindak.publication.Publications;
import id.tindak.publication.Published;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the agency publishes of its cases: the list, one case, the feed, the addresses for search engines. */
@Controller
class PublicPages {

    private static final int ROWS = 20;
    private static final int FEED = 50;
    /** Of one file for search engines (sitemaps.org). */
    private static final int ADDRESSES = 49_999;

    private final Publications publications;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Similar similar;
    private final Limits limits;

    PublicPages(Publications publications, Complaints complaints, CaseFiles cases, Similar similar, Limits limits) {
        this.publications = publications;
        this.complaints = complaints;
        this.cases = cases;
        this.similar = similar;
        this.limits = limits;
    }

    @GetMapping(PublicQuery.HERE)
    @Access(Access.Who.PUBLIC)
    View list(Page page, Form form) {
        int agency = page.brand().agencyId();
        PublicQuery query = PublicQuery.parse(form);
        Publications.Listed found = publications.list(agency, query, ROWS);
        PublicNames names = names(page);
        return View.of(
                "portal/public.jte",
                page,
                new PublicList(
                        form,
                        query,
                        names,
                        publications.figures(agency).orElse(null),
                        found.items().stream()
                                .map(p -> PublicItem.of(page, p, names))
                                .toList(),
                        found.next() == null ? null : page.url(query.path(found.next()))));
    }

    /** Those that say nearly the same, as a piece of the complaint form. */
    @GetMapping(PublicQuery.HERE + "/serupa")
    @Access(Access.Who.PUBLIC)
    View similar(Page page, Form form) {
        return View.of("portal/similar.jte", page, similar.to(page, form.value("q")));
    }

    @GetMapping(PublicQuery.HERE + "/{number}")
    @Access(Access.Who.PUBLIC)
    View item(Page page, @PathVariable String number) {
        Published p = published(page, number);
        // the way of the case by roles and times, as its reporter sees it: no names, no texts
        List<PathStep> path = complaints
                .knownByNumber(page.brand().agencyId(), number)
                .map(known -> CasePath.of(page, cases.forReporter(known)))
                .orElse(List.of());
        return View.of(
                "portal/public-item.jte",
                page,
                new PublicCase(
                        PublicItem.of(page, p, names(page)), path, base(page) + PublicQuery.HERE + "/" + number));
    }

    @PostMapping(PublicQuery.HERE + "/{number}/ikut")
    @Access(Access.Who.PUBLIC)
    View follow(Page page, @PathVariable String number, HttpServletRequest request) {
        Published p = published(page, number);
        String visitor = ComplaintFormPages.visitor(page, request);
        String here = PublicQuery.HERE + "/" + number;
        if (!limits.take(Limits.Of.MESSAGE, visitor)) return View.to(page, here).flash("web.error.429");
        String browser = visitor + "\n" + request.getHeader("User-Agent");
        boolean counted = publications.follow(page.brand().agencyId(), p.complaintId(), browser);
        return View.to(page, here).flash(counted ? "portal.public.followed" : "portal.public.followed-before");
    }

    @GetMapping(PublicQuery.HERE + ".atom")
    @Access(Access.Who.PUBLIC)
    ResponseEntity<String> feed(Page page) {
        PublicQuery all = new PublicQuery("", null, null, null, null, null);
        List<Published> newest =
                publications.list(page.brand().agencyId(), all, FEED).items();
        return xml("application/atom+xml", PublicXml.feed(page, base(page), newest));
    }

    @GetMapping("/sitemap.xml")
    @Access(Access.Who.PUBLIC)
    ResponseEntity<String> sitemaps(Page page) {
        List<YearMonth> months = publications.months(page.brand().agencyId(), zone(page));
        return xml("application/xml", PublicXml.sitemaps(base(page), months));
    }

    @GetMapping("/sitemap/{month}")
    @Access(Access.Who.PUBLIC)
    ResponseEntity<String> sitemap(Page page, @PathVariable String month) {
        YearMonth of = month(month);
        return xml(
                "application/xml",
                PublicXml.sitemap(
                        page, base(page), publications.of(page.brand().agencyId(), of, zone(page), ADDRESSES)));
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException none) {
            throw Problem.notFound();
        }
    }

    private static ResponseEntity<String> xml(String type, String body) {
        return ResponseEntity.ok()
                .header("Content-Type", type + ";charset=UTF-8")
                .header("Cache-Control", "public, max-age=300")
                .body(body);
    }

    private Published published(Page page, String number) {
        return publications.item(page.brand().agencyId(), number).orElseThrow(Problem::notFound);
    }

    private PublicNames names(Page page) {
        return similar.names(page.brand().agencyId());
    }

    private static String base(Page page) {
        return page.brand().baseUrl();
    }

    private static ZoneId zone(Page page) {
        return page.brand().zone();
    }
}
