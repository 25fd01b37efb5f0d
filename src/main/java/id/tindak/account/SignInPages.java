package id.tindak.account;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.ErrorView;
import id.tindak.base.web.ErrorView.Kept;
import id.tindak.base.web.Form;
import id.tindak.base.web.LostPosts;
import id.tindak.base.web.Page;
import id.tindak.base.web.Pages;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** "Masuk" and "Keluar". */
@Controller
class SignInPages {

    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]{0,500}");

    private final SignIns signIns;
    private final LostPosts lostPosts;
    private final Pages pages;

    SignInPages(SignIns signIns, LostPosts lostPosts, Pages pages) {
        this.signIns = signIns;
        this.lostPosts = lostPosts;
        this.pages = pages;
    }

    static View show(Page page, SignInPage shown) {
        return View.of("account/sign-in.jte", page, shown);
    }

    @GetMapping("/masuk")
    @Access(Who.PUBLIC)
    View form(Page page, Form form) {
        if (page.officer() != null) return View.to(page, home(page.officer(), form.value("ke")));
        return show(page, new SignInPage("", own(form.value("ke")), "", "")).noStore();
    }

    @PostMapping("/masuk")
    @Access(Who.PUBLIC)
    View enter(Page page, Form form, HttpServletRequest request, HttpServletResponse response) {
        String name = form.line("nama", 100);
        String password = String.valueOf(request.getParameter("sandi")); // as typed: a password may hold any character
        SignInPage again = new SignInPage(name, own(form.value("ke")), form.value("simpanan"), "account.sign-in.wrong");
        return switch (signIns.enter(page, name, password, request, response)) {
            case SignIns.Result.In in -> arrived(in.signed(), again, request);
            case SignIns.Result.Wrong w -> show(page, again).status(422).noStore();
            case SignIns.Result.Later later ->
                show(page, new SignInPage(name, again.wanted(), again.kept(), "account.sign-in.later"))
                        .status(429)
                        .header("Retry-After", String.valueOf(later.pause().toSeconds() + 1))
                        .noStore();
        };
    }

    @PostMapping("/keluar")
    @Access(
            value = {Who.OFFICER, Who.AUDITOR},
            auditorMayPost = true)
    View leave(Page page, HttpServletRequest request) {
        signIns.leave(request);
        return View.to(pages.renewed(request), "/masuk").flash("account.signed-out");
    }

    private View arrived(Signed signed, SignInPage shown, HttpServletRequest request) {
        Page page = pages.renewed(request);
        Kept kept = lostPosts.open(shown.kept(), page);
        return kept == null ? View.to(page, home(signed, shown.wanted())) : ErrorView.resume(page, kept);
    }

    private static String home(Signed signed, String wanted) {
        if (!own(wanted).isEmpty()) return wanted;
        if (signed.auditor()) return "/audit";
        return signed.admin() && signed.roleLine().isEmpty()
                ? "/kelola"
                : "/meja"; // whoever holds no role has nothing on a desk
    }

    /** Only paths of this agency: nobody is sent elsewhere by a crafted link. */
    private static String own(String path) {
        return OWN_PATH.matcher(path).matches() ? path : "";
    }
}
