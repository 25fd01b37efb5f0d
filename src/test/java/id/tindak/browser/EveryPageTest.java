package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import id.tindak.base.web.Access;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page can be read and used by everybody: axe's rules in both colour schemes, no scrolling sideways, nothing from elsewhere. The list of pages is the program's own. */
@Tag("browser")
@JourneyTest
class EveryPageTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private FilledAgency agency;
    private Tour tour;

    @BeforeEach
    void fill() {
        agency = FilledAgency.shared(program);
        tour = new Tour(agency);
    }

    @AfterEach
    void close() {
        tour.close();
    }

    @Test
    void everyRouteHasASample() {
        Set<String> seen = Stop.all(agency).stream()
                .flatMap(stop -> stop.route() == null ? null : java.util.stream.Stream.of(stop.route()))
                .collect(Collectors.toCollection(TreeSet::new));
        seen.addAll(noPages().keySet());
        seen.add("/pemasangan"); // EmptyInstallationTest
        seen.add("/surat-keluar/{id}/html"); // aMailIsReadable
        seen.add("/publik/serupa"); // a piece of the form: PublicationJourneyTest
        seen.add("/kanal/{door}"); // DoorsTest: for providers, not for people
        seen.add("/open311/**"); // what is asked for by mistake: Open311Test
        seen.add("/open311/v2/tokens/{token}.{format}"); // never any: Open311Test
        seen.add("/surat-keluar/{id}/lampiran"); // AnswerMailTest.aDemoKeepsTheLetterWithTheMail
        assertThat(routes()).isNotEmpty();
        assertThat(routes())
                .as("a new page needs a stop in Stop, a new download a sample here")
                .isEqualTo(seen);
    }

    @Test
    void whatIsNoPageSaysSo() {
        noPages().forEach((route, sample) -> {
            Http.Shown shown = sample.who().get(sample.path());
            String type = String.join("", shown.headers.getOrDefault("content-type", List.of()));
            assertThat(shown.status).as(route).isEqualTo(200);
            assertThat(type).as(route).doesNotContain("html");
        });
    }

    /** Where it is served a mail can run nothing, not even this test's script, so what it says is looked at elsewhere. Dark colours are the mail program's own business. */
    @Test
    void aMailIsReadable() {
        try (Visit visit = new Visit(agency.root(), agency.prefix(), true)) {
            visit.go("/surat-keluar").press("main a[href*='surat-keluar/']");
            assertThat(visit.page().frameLocator("iframe").locator("main").innerText())
                    .as("the mail is shown inside its page")
                    .contains("Buka aduan Anda");
            visit.page()
                    .setContent(visit.page()
                            .request()
                            .get(visit.page().url() + "/html")
                            .text());
            assertThat(PageRules.accessibility(visit.page(), ColorScheme.LIGHT)).isEmpty();
            assertThat(PageRules.layout(visit.page(), 320)).isEmpty();
        }
    }

    /** A page with one fault of every kind: an eye that sees none here would see none anywhere. */
    @Test
    void faultsAreSeen() {
        try (Visit visit = new Visit(agency.root(), agency.prefix(), true)) {
            visit.go("/tentang").page().setContent("""
                    <html><title>Cacat</title><body><h1>Satu</h1><h1>Dua</h1><img src="https://contoh.invalid/a.png"><button></button>
                    <p id="dua">{0}</p><a id="dua" href="#entah">Ke sana</a><svg width="3000" height="9"></svg></body></html>
                    """);
            visit.page().waitForTimeout(200);
            assertThat(String.join("\n", Tour.thorough(visit, Stop.all(agency).getFirst())))
                    .contains(
                            "another host",
                            "2 headings",
                            "unfilled text",
                            "two things are called dua",
                            "leads nowhere: #entah",
                            "html-has-lang",
                            "image-alt",
                            "button-name")
                    .contains(
                            "region:",
                            "DARK",
                            "390 px",
                            "320 px: scrolls sideways: 3",
                            "small target",
                            "letters at 200 %");
        }
    }

    @Test
    void mainPagesServeEverybody() {
        look(true, Tour::quick);
    }

    @Test
    @Tag("lengkap")
    void allPagesServeEverybody() {
        tour.close();
        agency = new FilledAgency(program); // some of the pages change something
        tour = new Tour(agency);
        look(false, Tour::thorough);
    }

    private void look(boolean mainOnly, BiFunction<Visit, Stop, List<String>> eye) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (Stop stop : Stop.all(agency)) {
            if (mainOnly && !stop.main()) continue;
            List<String> faults = seen(stop, eye);
            if (!faults.isEmpty()) wrong.put(stop.name(), faults);
        }
        assertThat(wrong).as(told(wrong)).isEmpty();
    }

    /** What the eye sees there; that nobody got there is a fault too. */
    private List<String> seen(Stop stop, BiFunction<Visit, Stop, List<String>> eye) {
        try {
            return eye.apply(tour.to(stop), stop);
        } catch (PlaywrightException lost) {
            return List.of("not reached: " + String.valueOf(lost.getMessage()).strip());
        }
    }

    private static String told(Map<String, List<String>> wrong) {
        return wrong.entrySet().stream()
                .map(e -> e.getKey() + "\n    " + String.join("\n    ", e.getValue()))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** Mappings of everything that can be got, those of other tests' own worlds left out. */
    private Set<String> routes() {
        Set<String> all = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            boolean got = methods.isEmpty() || methods.contains(RequestMethod.GET);
            Access access = handler.getMethodAnnotation(Access.class);
            // what wants a key is no page, and has tests of its own
            if (got && access != null && !List.of(access.value()).contains(Access.Who.CLIENT))
                all.addAll(info.getPatternValues());
        });
        return all;
    }

    private record Sample(Http who, String path) {}

    /** Downloads and answers for machines: route to a sample address. */
    private Map<String, Sample> noPages() {
        Http admin = agency.admin;
        Http reporter = agency.reporter(agency.withPicture);
        String number = agency.withPicture.number();
        String sop = agency.link("/kelola/sop", "main th a");
        return Map.ofEntries(
                Map.entry("/lambang", new Sample(admin, "/lambang")),
                Map.entry("/publik.atom", new Sample(admin, agency.townRoot() + "/publik.atom")),
                Map.entry("/sitemap.xml", new Sample(admin, agency.townRoot() + "/sitemap.xml")),
                Map.entry("/sitemap/{month}", new Sample(admin, agency.townRoot() + "/sitemap/2026-11")),
                Map.entry("/aset/{file}", new Sample(admin, agency.root() + "/aset/tindak.svg")),
                Map.entry("/favicon.ico", new Sample(admin, agency.root() + "/favicon.ico")),
                Map.entry("/robots.txt", new Sample(admin, agency.root() + "/robots.txt")),
                Map.entry("/healthz", new Sample(admin, agency.root() + "/healthz")),
                Map.entry("/readyz", new Sample(admin, agency.root() + "/readyz")),
                Map.entry("/open311/v2/discovery.{format}", new Sample(admin, "/open311/v2/discovery.xml")),
                Map.entry("/open311/v2/services.{format}", new Sample(admin, "/open311/v2/services.xml")),
                Map.entry("/open311/v2/services/{code}.{format}", new Sample(admin, "/open311/v2/services/pju.json")),
                Map.entry("/open311/v2/requests.{format}", new Sample(admin, "/open311/v2/requests.json")),
                Map.entry(
                        "/open311/v2/requests/{id}.{format}",
                        new Sample(admin, "/open311/v2/requests/" + agency.late.number() + ".xml")),
                Map.entry(
                        "/open311/v2/servicerequestupdates.{format}",
                        new Sample(admin, "/open311/v2/servicerequestupdates.xml")),
                Map.entry("/api/v1/openapi.yaml", new Sample(admin, "/api/v1/openapi.yaml")),
                Map.entry("/sop.pdf", new Sample(admin, "/sop.pdf")),
                Map.entry("/sop.bpmn", new Sample(admin, "/sop.bpmn")),
                Map.entry("/kelola/sop/{id}/yaml", new Sample(admin, sop + "/yaml")),
                Map.entry("/kelola/sop/{id}/bpmn", new Sample(admin, sop + "/bpmn")),
                Map.entry(
                        "/aduan/{number}/berkas/{id}",
                        new Sample(
                                agency.ratna, agency.link(agency.ratna, "/aduan/" + number, "main a[href*=/berkas/]"))),
                Map.entry(
                        "/lacak/{number}/berkas/{id}",
                        new Sample(reporter, agency.link(reporter, "/lacak/" + number, "main a[href*=/berkas/]"))),
                Map.entry(
                        "/lacak/{number}/surat-jawaban",
                        new Sample(
                                agency.reporter(agency.answered),
                                "/lacak/" + agency.answered.number() + "/surat-jawaban")),
                Map.entry("/meja/tugas/{id}/berkas", new Sample(agency.ratna, agency.doneTask + "/berkas")),
                Map.entry(
                        "/meja/sp4n/impor/{id}/ditolak.csv",
                        new Sample(agency.ratna, agency.doneImport + "/ditolak.csv")),
                Map.entry("/meja/survei/lembar", new Sample(agency.ratna, "/meja/survei/lembar")),
                Map.entry("/meja/survei/tabel.xlsx", new Sample(agency.ratna, "/meja/survei/tabel.xlsx")),
                Map.entry("/meja/survei/tabel.csv", new Sample(agency.ratna, "/meja/survei/tabel.csv")),
                Map.entry("/meja/survei/formulir", new Sample(agency.ratna, "/meja/survei/formulir")),
                Map.entry("/rekap/{period}/berkas/{name}", new Sample(agency.ratna, "/rekap/2026-10/berkas/rekap.pdf")),
                Map.entry("/buku/{book}/xlsx", new Sample(agency.ratna, "/buku/buku-agenda/xlsx")),
                Map.entry("/buku/{book}/pdf", new Sample(agency.ratna, "/buku/buku-agenda/pdf")));
    }
}
