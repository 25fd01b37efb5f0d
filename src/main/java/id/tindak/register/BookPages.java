package id.tindak.register;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.Templates;
import id.tindak.base.web.View;
import id.tindak.paper.BookPress;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reading the books: which there are, one page of a year, on paper, as a spreadsheet. */
@Controller
class BookPages {

    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 100;
    /** More than that is no sheet that anybody prints: the page says to choose a shorter time. */
    private static final int MOST_PRINTED = 1000;

    private static final int MOST_IN_A_FILE = 100_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Shelves shelves;
    private final Entries entries;
    private final Closings closings;
    private final People people;
    private final BookPress press;

    BookPages(Shelves shelves, Entries entries, Closings closings, People people, BookPress press) {
        this.shelves = shelves;
        this.entries = entries;
        this.closings = closings;
        this.people = people;
        this.press = press;
    }

    @GetMapping("/buku")
    @Access({Who.OFFICER, Who.AUDITOR})
    View list(Page page, Signed me) {
        List<Book> books = shelves.all(me);
        List<BookYear> years = entries.years(me.agencyId());
        int year = people.today(me.agencyId()).getYear();
        List<BookList.Row> rows = books.stream()
                .map(b -> new BookList.Row(b, BookList.of(years, b, year), BookList.others(years, b, year)))
                .toList();
        return View.of("register/books.jte", page, new BookList(books, rows, year, !me.auditor()));
    }

    @GetMapping("/buku/{book}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View book(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, form.id("tahun"));
        Filter filter = filter(form, shelf.year(), page.times().zone());
        Long below = form.id("sampai");
        int before = below == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, below);
        Entries.Page found =
                form.ok() ? entries.page(me, shelf, filter, before, PAGE) : new Entries.Page(List.of(), null);
        return View.of("register/book.jte", page, view(page, me, shelf, form, found))
                .status(form.ok() ? 200 : 422);
    }

    @GetMapping("/buku/{book}/cetak")
    @Access({Who.OFFICER, Who.AUDITOR})
    View print(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, form.id("tahun"));
        Filter filter = days(
                form, shelf.year(), people.today(me.agencyId()), page.times().zone());
        Entries.Page found = new Entries.Page(List.of(), null);
        if (form.ok()) {
            found = entries.page(me, shelf, filter, Integer.MAX_VALUE, MOST_PRINTED);
            entries.takenAlong(me, shelf, "cetak");
        }
        return View.of("register/print.jte", page, printed(page, me, shelf, form, found))
                .status(form.ok() ? 200 : 422);
    }

    /** The same days as {@link #print}, as a file that lasts. */
    @GetMapping("/buku/{book}/pdf")
    @Access({Who.OFFICER, Who.AUDITOR})
    org.springframework.web.servlet.View pdf(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, form.id("tahun"));
        Filter filter = days(
                form, shelf.year(), people.today(me.agencyId()), page.times().zone());
        if (!form.ok())
            return View.of(
                            "register/print.jte",
                            page,
                            printed(page, me, shelf, form, new Entries.Page(List.of(), null)))
                    .status(422);
        Entries.Page found = entries.page(me, shelf, filter, Integer.MAX_VALUE, MOST_PRINTED);
        entries.takenAlong(me, shelf, "pdf");
        String markup = Templates.text(
                "register/pdf.jte",
                Map.of("page", page, "m", printed(page, me, shelf, form, found), "logo", press.logo(me.agencyId())));
        byte[] bytes = press.of(me.agencyId(), markup);
        return new Download(
                key + "-" + shelf.year() + ".pdf",
                "application/pdf",
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
    }

    @GetMapping("/buku/{book}/xlsx")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download sheet(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, form.id("tahun"));
        entries.takenAlong(me, shelf, "xlsx");
        List<Line> lines = entries.page(me, shelf, Filter.ALL, Integer.MAX_VALUE, MOST_IN_A_FILE)
                .lines();
        byte[] bytes = BookSheet.of(shelf.book(), lines.reversed(), page, new EntryWords(page, true, Map.of()));
        return new Download(
                key + "-" + shelf.year() + ".xlsx", XLSX, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private PrintedBook printed(Page page, Signed me, Shelf shelf, Form form, Entries.Page found) {
        return new PrintedBook(
                shelf.book(),
                shelf.year(),
                form,
                found.lines().reversed(),
                found.next() != null,
                closings.of(me.agencyId(), shelf.book().key(), shelf.year()).orElse(null),
                people.officer(me.agencyId(), me.officerId()).orElse(null),
                new EntryWords(page, true, Map.of()));
    }

    private BookView view(Page page, Signed me, Shelf shelf, Form form, Entries.Page found) {
        List<BookYear> years = entries.years(me.agencyId());
        int thisYear = people.today(me.agencyId()).getYear();
        Map<String, String> choices = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(thisYear, shelf.year()),
                        years.stream()
                                .filter(y -> y.book().equals(shelf.book().key()))
                                .map(BookYear::year))
                .distinct()
                .sorted((a, b) -> b - a)
                .forEach(y -> choices.put(Integer.toString(y), Integer.toString(y)));
        return new BookView(
                shelf.all(),
                shelf.book(),
                shelf.year(),
                BookList.of(years, shelf.book(), shelf.year()),
                form.with("tahun", Integer.toString(shelf.year())),
                choices,
                months(page),
                found.lines(),
                found.next() == null ? null : address(page, shelf, form, found.next()),
                !me.auditor(),
                new EntryWords(page, false, names(me.agencyId())));
    }

    private Map<Long, String> names(int agencyId) {
        return people.officers(agencyId).stream().collect(Collectors.toMap(Officer::id, Officer::name));
    }

    private static Filter filter(Form form, int year, ZoneId zone) {
        String words = form.value("cari");
        // the field "cari" of every officer's page is another one
        if (words.length() > LONGEST_SEARCH)
            form.wrong("cari-buku", "web.form.too-long", LONGEST_SEARCH, words.length());
        Long month = form.id("bulan");
        if (month == null || month < 1 || month > 12) {
            if (!form.value("bulan").isEmpty()) form.wrong("bulan", "register.month");
            return new Filter(null, null, form.checked("batal"), words);
        }
        LocalDate first = LocalDate.of(year, month.intValue(), 1);
        return new Filter(start(first, zone), start(first.plusMonths(1), zone), form.checked("batal"), words);
    }

    /** The days from which to which; this month of the running year, or the whole of another. */
    private static Filter days(Form form, int year, LocalDate today, ZoneId zone) {
        boolean running = today.getYear() == year;
        form.with("dari", (running ? today.withDayOfMonth(1) : LocalDate.of(year, 1, 1)).toString());
        form.with("sampai", (running ? today : LocalDate.of(year, 12, 31)).toString());
        LocalDate from = DateField.read(form, "dari", false);
        LocalDate to = DateField.read(form, "sampai", false);
        if (from == null || to == null) return Filter.ALL;
        if (to.isBefore(from)) form.wrong("sampai", "admin.form.before");
        return new Filter(start(from, zone), start(to.plusDays(1), zone), false, "");
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static String address(Page page, Shelf shelf, Form form, int below) {
        return page.url("/buku/" + shelf.book().key() + "?tahun=" + shelf.year() + kept(form, "cari")
                + kept(form, "bulan") + kept(form, "batal") + "&sampai=" + below);
    }

    private static String kept(Form form, String name) {
        @Nullable String value = form.one(name);
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> months(Page page) {
        Locale locale = "en".equals(page.language()) ? Locale.UK : Locale.of("id", "ID");
        Map<String, String> months = new LinkedHashMap<>();
        for (java.time.Month m : java.time.Month.values())
            months.put(Integer.toString(m.getValue()), m.getDisplayName(TextStyle.FULL_STANDALONE, locale));
        return months;
    }
}
