package id.tindak.register;

import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Closing a book for a year, and the record of it. */
@Controller
public class ClosingPages {

    private static final int LONGEST_SIGNER = 200;

    private final Shelves shelves;
    private final Entries entries;
    private final Closings closings;
    private final People people;

    ClosingPages(Shelves shelves, Entries entries, Closings closings, People people) {
        this.shelves = shelves;
        this.entries = entries;
        this.closings = closings;
        this.people = people;
    }

    /**
     * @param closing null while the year is open
     * @param earliest the first day on which it may be closed
     * @param ripe whether that day has come
     * @param closer who closed it; empty while it is open
     */
    public record Ending(
            List<Book> books,
            Book book,
            int year,
            int last,
            @Nullable Closing closing,
            LocalDate earliest,
            boolean ripe,
            String closer,
            Form form) {}

    @GetMapping("/buku/{book}/tutup")
    @Access(Who.OFFICER)
    View ending(Page page, Signed me, @PathVariable("book") String key, Form asked) {
        Shelf shelf = shelves.open(me, key, asked.id("tahun"));
        Form form = Form.empty().with("tanggal", people.today(me.agencyId()).toString());
        return view(page, me, shelf, form);
    }

    @PostMapping("/buku/{book}/tutup")
    @Access(Who.OFFICER)
    View close(Page page, Signed me, @PathVariable("book") String key, Form form) {
        Shelf shelf = shelves.open(me, key, form.id("tahun"));
        LocalDate day = DateField.read(form, "tanggal", false);
        String first = signer(form, "pertama");
        String second = signer(form, "kedua");
        Written written = form.ok() && day != null ? closings.close(me, shelf, day, first, second) : null;
        if (written instanceof Written.Done done)
            return View.to(page, "/buku/" + key + "?tahun=" + done.year())
                    .flash("register.close.done", done.year(), done.number());
        if (written instanceof Written.Refused refused) form.wrong(refused.field(), refused.reason());
        return view(page, me, shelf, form).status(422);
    }

    private static String signer(Form form, String field) {
        String name = form.line(field, LONGEST_SIGNER);
        if (name.isEmpty()) form.wrong(field, "register.close.signerMissing");
        return name;
    }

    private View view(Page page, Signed me, Shelf shelf, Form form) {
        BookYear now = BookList.of(entries.years(me.agencyId()), shelf.book(), shelf.year());
        Closing closing =
                closings.of(me.agencyId(), shelf.book().key(), shelf.year()).orElse(null);
        LocalDate earliest = Closings.earliest(shelf.year());
        String closer = closing == null
                ? ""
                : people.officer(me.agencyId(), closing.officerId())
                        .map(o -> o.name())
                        .orElse("");
        Ending m = new Ending(
                shelf.all(),
                shelf.book(),
                shelf.year(),
                now == null ? 0 : now.last(),
                closing,
                earliest,
                !people.today(me.agencyId()).isBefore(earliest),
                closer,
                form);
        return View.of("register/close.jte", page, m);
    }
}
