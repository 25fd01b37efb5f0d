package id.tindak.register;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One entry: making it by hand, its page, and what may be done to it afterwards: correct, cancel, note another system's number. */
@Controller
public class EntryPages {

    private static final int LONGEST_NUMBER = 40;

    private final Shelves shelves;
    private final Entries entries;
    private final Closings closings;
    private final People people;

    EntryPages(Shelves shelves, Entries entries, Closings closings, People people) {
        this.shelves = shelves;
        this.entries = entries;
        this.closings = closings;
        this.people = people;
    }

    /** @param books all of the agency, for the left column */
    public record Blank(List<Book> books, Book book, Form form) {}

    @GetMapping("/buku/{book}/baru")
    @Access(Who.OFFICER)
    View blank(Page page, Signed me, @PathVariable("book") String key, Form asked) {
        Shelf shelf = shelves.open(me, key, null);
        Book book = shelf.book();
        Form form = Form.empty()
                .with("kunci", UUID.randomUUID().toString())
                .with("aduan", asked.value("aduan"))
                .with("tanggal", people.today(me.agencyId()).toString())
                .with("jam", page.times().iso(page.now()).substring(11, 16));
        if (book.kind().fields().contains(Field.KLASIFIKASI)) form.with(Field.KLASIFIKASI.key(), book.classification());
        return View.of("register/new.jte", page, new Blank(shelf.all(), book, form));
    }

    @PostMapping("/buku/{book}/baru")
    @Access(Who.OFFICER)
    View enter(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, null);
        Book book = shelf.book();
        String complaint = form.line("aduan", LONGEST_NUMBER);
        NewEntry typed = EntryForm.parse(form, book.kind(), page.times().zone(), page.now());
        Written written = typed == null ? null : entries.enter(me, book, typed, complaint);
        if (written instanceof Written.Done done)
            return View.to(page, "/buku/" + key + "/" + done.year() + "/" + done.number())
                    .flash("register.entered", done.printed());
        if (written instanceof Written.Refused refused) form.wrong(refused.field(), refused.reason());
        return View.of("register/new.jte", page, new Blank(shelf.all(), book, form))
                .status(422);
    }

    @GetMapping("/buku/{book}/{year}/{number}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(
            Page page, Signed me, @PathVariable("book") String key, @PathVariable int year, @PathVariable int number) {
        return view(page, me, shelves.open(me, key, (long) year), number, Form.empty(), "");
    }

    @PostMapping("/buku/{book}/{year}/{number}/ralat")
    @Access(Who.OFFICER)
    View correct(
            Page page,
            Signed me,
            @PathVariable("book") String key,
            @PathVariable int year,
            @PathVariable int number,
            Form form) {
        Shelf shelf = shelves.open(me, key, (long) year);
        Correcting asked =
                Correcting.parse(form, shelf.book().kind(), page.times().zone(), page.now());
        Written written = asked == null ? null : entries.correct(me, shelf, number, asked);
        return after(page, me, shelf, number, form, Correcting.form(form), written);
    }

    @PostMapping("/buku/{book}/{year}/{number}/batal")
    @Access(Who.OFFICER)
    View cancel(
            Page page,
            Signed me,
            @PathVariable("book") String key,
            @PathVariable int year,
            @PathVariable int number,
            Form form) {
        Shelf shelf = shelves.open(me, key, (long) year);
        String reason = form.line("alasan_batal", EntryForm.LONGEST_REASON);
        Written written = form.ok() ? entries.cancel(me, shelf, number, reason) : null;
        return after(page, me, shelf, number, form, "batal", written);
    }

    @PostMapping("/buku/{book}/{year}/{number}/nomor-luar")
    @Access(Who.OFFICER)
    View external(
            Page page,
            Signed me,
            @PathVariable("book") String key,
            @PathVariable int year,
            @PathVariable int number,
            Form form) {
        Shelf shelf = shelves.open(me, key, (long) year);
        String external = form.line("luar", EntryForm.LONGEST_NUMBER);
        String reason = form.line("alasan_luar", EntryForm.LONGEST_REASON);
        Written written = form.ok() ? entries.external(me, shelf, number, external, reason) : null;
        return after(page, me, shelf, number, form, "luar", written);
    }

    private View after(
            Page page, Signed me, Shelf shelf, int number, Form form, String which, @Nullable Written written) {
        if (written instanceof Written.Done done)
            return View.to(page, "/buku/" + shelf.book().key() + "/" + done.year() + "/" + done.number())
                    .flash("register.done." + which, done.printed());
        if (written instanceof Written.Refused refused) form.wrong(refused.field(), refused.reason());
        return view(page, me, shelf, number, form, which).status(422);
    }

    private View view(Page page, Signed me, Shelf shelf, int number, Form form, String which) {
        Line line = entries.find(me, shelf, number).orElseThrow(Problem::notFound);
        boolean closed =
                closings.of(me.agencyId(), shelf.book().key(), shelf.year()).isPresent();
        EntryWords words = new EntryWords(
                page,
                false,
                people.officers(me.agencyId()).stream().collect(Collectors.toMap(Officer::id, Officer::name)));
        boolean writes = !me.auditor() && !line.hidden() && line.entry().cancelled() == null;
        return View.of(
                "register/entry.jte",
                page,
                new EntryView(shelf.all(), shelf.book(), line, words, writes, closed, form, which));
    }
}
