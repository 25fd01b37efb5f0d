package id.tindak.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.tindak.journey.TestWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through pages with one browser window for each kind of visitor, and looks at each page. With TINDAK_GAMBAR=DIRECTORY it takes pictures on the way. */
final class Tour implements AutoCloseable {

    private static final @Nullable String PICTURES = System.getenv("TINDAK_GAMBAR");
    private static final Map<Stop.Who, String> NAMES = Map.of(
            Stop.Who.OFFICER,
            "ratna",
            Stop.Who.ADMIN,
            "admin",
            Stop.Who.AUDITOR,
            "auditor",
            Stop.Who.EDITOR,
            "koordinator");

    private final FilledAgency agency;
    private final Map<Stop.Who, Visit> visits = new EnumMap<>(Stop.Who.class);

    Tour(FilledAgency agency) {
        this.agency = agency;
    }

    /** Goes there. The page then stands in a window 1440 px wide, in light colours. */
    Visit to(Stop stop) {
        agency.forgetLimits();
        Visit visit = visits.computeIfAbsent(stop.who(), this::signedIn);
        visit.page().setViewportSize(1440, 900);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        stop.way().accept(visit);
        return visit;
    }

    private Visit signedIn(Stop.Who who) {
        boolean editor = who == Stop.Who.EDITOR;
        Visit visit = new Visit(
                agency.root(), editor ? "/" + agency.town.at().agency().slug() : agency.prefix(), true);
        String name = NAMES.get(who);
        if (name == null) return visit;
        if (!editor) agency.signedIn(name); // the editor has a password from wording the case
        agency.forgetLimits();
        visit.go("/masuk").page().fill("#nama", name);
        visit.page().fill("#sandi", TestWorld.PASSWORD);
        visit.send("main form");
        return visit;
    }

    /** Everything that is wrong with the page, on wide screens and on a phone, in light and dark colours. */
    static List<String> thorough(Visit visit, Stop stop) {
        List<String> faults = new ArrayList<>(visit.trouble());
        Page page = visit.page();
        faults.addAll(PageRules.frame(page));
        faults.addAll(PageRules.accessibility(page, ColorScheme.LIGHT));
        faults.addAll(PageRules.accessibility(page, ColorScheme.DARK));
        for (int width : PageRules.WIDTHS) faults.addAll(PageRules.layout(page, width));
        faults.addAll(PageRules.largeLetters(page));
        page.setViewportSize(390, 844);
        PageRules.accessibility(page, ColorScheme.DARK).forEach(f -> faults.add("390 px: " + f));
        if (PICTURES != null) pictures(page, Path.of(PICTURES), stop.name());
        return faults;
    }

    /** The same in a few seconds: one look in each colour scheme, one narrow width. */
    static List<String> quick(Visit visit, Stop stop) {
        List<String> faults = new ArrayList<>(visit.trouble());
        Page page = visit.page();
        faults.addAll(PageRules.frame(page));
        faults.addAll(PageRules.accessibility(page, ColorScheme.LIGHT));
        faults.addAll(PageRules.accessibility(page, ColorScheme.DARK));
        faults.addAll(PageRules.layout(page, PageRules.WIDTHS[0]));
        if (PICTURES != null) pictures(page, Path.of(PICTURES), stop.name());
        return faults;
    }

    /** Both colour schemes, phone and desk, and the page on paper. */
    private static void pictures(Page page, Path directory, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
            for (int width : List.of(390, 1440)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String file = name + "-" + width + (scheme == ColorScheme.DARK ? "-gelap" : "") + ".png";
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(directory.resolve(file)));
            }
        page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setPreferCSSPageSize(true)
                .setPath(directory.resolve(name + ".pdf")));
    }

    @Override
    public void close() {
        visits.values().forEach(Visit::close);
    }
}
