package id.tindak.frontdesk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.paper.Letterhead;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Paper for the day without electricity: numbered receipts, a form on one page, and what became of each number. */
@Controller
public class BlankPages {

    private static final int MOST = 60;
    private static final int REASON = 500;

    private final Entrance entrance;
    private final Blanks blanks;
    private final People people;
    private final Agencies agencies;

    BlankPages(Entrance entrance, Blanks blanks, People people, Agencies agencies) {
        this.entrance = entrance;
        this.blanks = blanks;
        this.people = people;
        this.agencies = agencies;
    }

    /**
     * @param newest number of this year that was given out; 0 for none
     * @param sheets newest first
     */
    public record Stock(Form form, int newest, List<BlankSheets> sheets) {}

    /** Receipts of one printing, or none for the form on one page. */
    public record Paper(Letterhead head, boolean logo, List<BlankNumber> numbers) {}

    @GetMapping("/meja-depan/cadangan")
    @Access(Who.OFFICER)
    View stock(Page page, Signed me) {
        entrance.open(me);
        return View.of("frontdesk/stock.jte", page, stock(me, Form.empty().with("jumlah", "10")));
    }

    @PostMapping("/meja-depan/cadangan")
    @Access(Who.OFFICER)
    View print(Page page, Signed me, Form form) {
        entrance.open(me);
        long count = form.number("jumlah");
        if (count < 1 || count > MOST) {
            form.wrong("jumlah", "frontdesk.stock.how-many", MOST);
            return View.of("frontdesk/stock.jte", page, stock(me, form)).status(422);
        }
        List<BlankNumber> given = blanks.print(me, (int) count, (int) form.number("sesudah"));
        BlankNumber first = given.getFirst();
        return View.to(
                page,
                "/meja-depan/cadangan/" + first.year() + "/" + first.number() + "-"
                        + given.getLast().number());
    }

    /** The sheets of numbers that were given out; printing them once more gives no new ones. */
    @GetMapping("/meja-depan/cadangan/{year}/{range}")
    @Access(Who.OFFICER)
    View sheets(Page page, Signed me, @PathVariable int year, @PathVariable String range) {
        entrance.open(me);
        if (!range.matches("\\d{1,6}-\\d{1,6}")) throw Problem.notFound();
        String[] ends = range.split("-");
        List<BlankNumber> numbers = blanks.all(me.agencyId()).stream()
                .filter(Blanks.Blank::unused)
                .map(Blanks.Blank::number)
                .filter(n -> n.year() == year
                        && n.number() >= Integer.parseInt(ends[0])
                        && n.number() <= Integer.parseInt(ends[1]))
                .sorted()
                .limit(MOST)
                .toList();
        if (numbers.isEmpty()) throw Problem.of(404, "frontdesk.stock.none-left");
        return View.of("frontdesk/blanks.jte", page, paper(me, numbers));
    }

    /** The form on one page, to be written on by hand. */
    @GetMapping("/meja-depan/formulir")
    @Access(Who.OFFICER)
    View paperForm(Page page, Signed me) {
        entrance.open(me);
        return View.of("frontdesk/paper-form.jte", page, paper(me, List.of()));
    }

    @PostMapping("/meja-depan/cadangan/rusak")
    @Access(Who.OFFICER)
    View spoil(Page page, Signed me, Form form) {
        entrance.open(me);
        String typed = form.line("nomor", 20);
        String why = form.required("alasan", REASON, "register.reasonMissing");
        BlankNumber number =
                BlankNumber.parse(typed, people.today(me.agencyId()).getYear()).orElse(null);
        if (number == null) form.wrong("nomor", "frontdesk.blank-unknown", typed);
        if (form.ok() && number != null && blanks.spoil(me, number, why))
            return View.to(page, "/meja-depan/cadangan").flash("frontdesk.stock.spoilt", number);
        form.wrong("nomor", "frontdesk.blank-used");
        return View.of("frontdesk/stock.jte", page, stock(me, form)).status(422);
    }

    private Stock stock(Signed me, Form form) {
        Map<Long, String> names =
                people.officers(me.agencyId()).stream().collect(Collectors.toMap(Officer::id, Officer::name));
        List<Blanks.Blank> all = blanks.all(me.agencyId());
        return new Stock(form, blanks.newest(me.agencyId(), all), BlankSheets.of(all, names));
    }

    private Paper paper(Signed me, List<BlankNumber> numbers) {
        Settings settings = agencies.settings(me.agencyId());
        return new Paper(
                Letterhead.of(agencies.byId(me.agencyId()), settings),
                !settings.text("kop_lambang").isEmpty(),
                numbers);
    }
}
