package id.tindak.account;

import id.tindak.account.AccountStore.Account;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Setting a password by one-time link, and changing one's own. */
@Controller
class PasswordPages {

    private final Accounts accounts;
    private final Limits limits;

    PasswordPages(Accounts accounts, Limits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    @GetMapping("/sandi/{token}")
    @Access(Who.PUBLIC)
    View open(Page page, @PathVariable String token) {
        return show(page, new PasswordPage(owner(page, token).name(), "/sandi/" + token, false, Form.empty()));
    }

    @PostMapping("/sandi/{token}")
    @Access(Who.PUBLIC)
    View set(Page page, @PathVariable String token, Form form, HttpServletRequest request) {
        Account owner = owner(page, token);
        String password = chosen(page, owner.id(), form, request);
        if (password == null)
            return show(page, new PasswordPage(owner.name(), "/sandi/" + token, false, form))
                    .status(422);
        accounts.setPassword(page.brand().agencyId(), owner.id(), password);
        return View.to(page, "/masuk").flash("account.password.set");
    }

    @GetMapping("/sandi")
    @Access({Who.OFFICER, Who.AUDITOR})
    View own(Page page, Signed signed) {
        return show(page, new PasswordPage(signed.name(), "/sandi", true, Form.empty()));
    }

    @PostMapping("/sandi")
    @Access(
            value = {Who.OFFICER, Who.AUDITOR},
            auditorMayPost = true)
    View change(Page page, Signed signed, Form form, HttpServletRequest request) {
        String old = String.valueOf(request.getParameter("sandi-lama"));
        if (!limits.take(Limits.Of.PASSWORD_LINK, signed.getName())) throw Problem.of(429, "web.error.429");
        if (!accounts.isPassword(signed.agencyId(), signed.officerId(), old))
            form.wrong("sandi-lama", "account.password.old-wrong");
        String password = chosen(page, signed.officerId(), form, request);
        if (password == null)
            return show(page, new PasswordPage(signed.name(), "/sandi", true, form))
                    .status(422);
        accounts.setPassword(signed.agencyId(), signed.officerId(), password);
        return View.to(page, "/masuk").flash("account.password.set");
    }

    private static View show(Page page, PasswordPage shown) {
        return View.of("account/password.jte", page, shown).noStore();
    }

    private Account owner(Page page, String token) {
        if (!limits.left(Limits.Of.PASSWORD_LINK, page.client())) throw Problem.of(429, "web.error.429");
        return accounts.linkOwner(page.brand().agencyId(), token).orElseThrow(() -> {
            limits.take(Limits.Of.PASSWORD_LINK, page.client());
            return Problem.of(410, "account.link.gone");
        });
    }

    /** The new password exactly as typed; null when the form now says what is wrong. */
    private @Nullable String chosen(Page page, long officerId, Form form, HttpServletRequest request) {
        String password = String.valueOf(request.getParameter("sandi"));
        String fault = accounts.fault(page.brand().agencyId(), officerId, password);
        if (fault != null) form.wrong("sandi", fault, Accounts.SHORTEST_PASSWORD);
        else if (!password.equals(request.getParameter("sandi-ulang")))
            form.wrong("sandi-ulang", "account.password.differs");
        return form.ok() ? password : null;
    }
}
