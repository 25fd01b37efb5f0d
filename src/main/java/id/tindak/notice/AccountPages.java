package id.tindak.notice;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /akun}: an officer's own address, and what to hear by mail. */
@Controller
public class AccountPages {

    private static final int LONGEST = 200;

    private final Notices notices;
    private final People people;

    AccountPages(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    /** @param roleLine "Admin Utama"; empty when the officer holds no role */
    public record Shown(Officer officer, String roleLine, Form form) {}

    @GetMapping("/akun")
    @Access(Who.OFFICER)
    View show(Page page, Signed me) {
        Officer officer = officer(me);
        Wish wish = notices.wish(me.agencyId(), me.officerId());
        Form form = Form.empty().with("surel", officer.email() == null ? "" : officer.email());
        if (wish.newWork()) form.with("baru", "ya");
        if (wish.reminders()) form.with("pengingat", "ya");
        if (wish.daily()) form.with("harian", "ya");
        return View.of("notice/account.jte", page, new Shown(officer, me.roleLine(), form));
    }

    @PostMapping("/akun")
    @Access(Who.OFFICER)
    View change(Page page, Signed me, Form form) {
        String email = form.line("surel", LONGEST);
        if (!Officer.reads(email)) form.wrong("surel", "admin.officer.email", email);
        if (!form.ok())
            return View.of("notice/account.jte", page, new Shown(officer(me), me.roleLine(), form))
                    .status(422);
        Wish wish = new Wish(form.checked("baru"), form.checked("pengingat"), form.checked("harian"), null);
        notices.change(me.agencyId(), me.officerId(), email, wish);
        return View.to(page, "/akun").flash("notice.account.stored");
    }

    private Officer officer(Signed me) {
        return people.officer(me.agencyId(), me.officerId()).orElseThrow(Problem::notFound);
    }
}
