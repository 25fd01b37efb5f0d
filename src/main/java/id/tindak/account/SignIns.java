package id.tindak.account;

import id.tindak.account.AccountStore.Account;
import id.tindak.base.web.Brand;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/** Lets officers in and out. */
@Service
class SignIns {

    private final AccountStore store;
    private final Accounts accounts;
    private final Hashes hashes;
    private final KnownDevices devices;
    private final Limits limits;
    private final SecurityContextRepository contexts;
    private final ObjectProvider<RoleLine> roleLine;
    private final Clock clock;
    private final Attempts attempts;

    SignIns(
            AccountStore store,
            Accounts accounts,
            Hashes hashes,
            KnownDevices devices,
            Limits limits,
            SecurityContextRepository contexts,
            ObjectProvider<RoleLine> roleLine,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.hashes = hashes;
        this.devices = devices;
        this.limits = limits;
        this.contexts = contexts;
        this.roleLine = roleLine;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    /** What became of a try. */
    sealed interface Result {
        record In(Signed signed) implements Result {}

        /** The same for an unknown name, a wrong password and an account that is not active. */
        record Wrong() implements Result {}

        record Later(Duration pause) implements Result {}
    }

    Result enter(Page page, String name, String password, HttpServletRequest request, HttpServletResponse response) {
        Brand brand = page.brand();
        Optional<Account> found = store.byName(brand.agencyId(), name);
        String device =
                found.map(a -> devices.of(request, brand.agencyId(), a.id())).orElse(null);
        String from = device != null ? "device " + device : "address " + page.client();
        String who = brand.agencyId() + " " + name.toLowerCase(Locale.ROOT) + " " + from;
        Duration wait = attempts.wait(who);
        if (!wait.isZero()) return new Result.Later(wait);
        if (device == null && !limits.left(Limits.Of.SIGN_IN, page.client()))
            return new Result.Later(Duration.ofMinutes(10));

        boolean right = hashes.matches(password, found.map(Account::hash).orElse(null));
        boolean active = found.isPresent()
                && found.get().active(clock.instant().atZone(brand.zone()).toLocalDate(), clock.instant());
        found.ifPresent(a -> accounts.logSignIn(brand.agencyId(), a.id(), right && active, page.client()));
        if (!right || !active) {
            attempts.failed(who);
            limits.take(Limits.Of.SIGN_IN, page.client());
            return new Result.Wrong();
        }
        attempts.succeeded(who);
        Signed signed = signed(brand.agencyId(), found.get());
        open(signed, request, response);
        devices.remember(page, brand.agencyId(), signed.officerId(), response);
        return new Result.In(signed);
    }

    void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    private Signed signed(int agencyId, Account a) {
        RoleLine line = roleLine.getIfAvailable();
        boolean auditor = a.auditorUntil() != null;
        return new Signed(
                agencyId,
                a.id(),
                a.name(),
                line == null ? "" : line.of(agencyId, a.id()),
                a.admin(),
                auditor,
                a.auditorUntil());
    }

    /** A session of another agency or of an earlier visitor ends here; the new one has a new id. */
    private void open(Signed signed, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) before.invalidate();
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signed, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
