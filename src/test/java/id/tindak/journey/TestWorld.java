package id.tindak.journey;

import id.tindak.account.Accounts;
import id.tindak.demo.DemoWorld;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Agencies for tests, founded from the demo file of Cilacap (invented people). Each test takes an agency of its own, so tests share
 * one program and one database without seeing each other.
 */
public final class TestWorld {

    public static final String PASSWORD = "kata-sandi-uji-panjang";

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    @Autowired
    private DemoWorld demo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Environment environment;

    @Autowired
    private ApplicationContext program;

    /** Hashing takes its time on purpose: only officers who sign in get a password. */
    private final Set<String> withPassword = ConcurrentHashMap.newKeySet();

    /** A new agency with units DPUPR, PERKIM, DISHUB, DLH, DUKCAPIL, DISDIK and officers ratna, bagus (Admin Utama), dewi.dpupr … */
    public DemoWorld.Founded agency() {
        return agency("demo/cilacap.yaml");
    }

    /** A new agency from another file of the demo. */
    public DemoWorld.Founded agency(String file) {
        int id = NEXT.incrementAndGet();
        return demo.found(file, id, "uji" + id, root(), null);
    }

    ApplicationContext program() {
        return program;
    }

    /** Address of the program, without a trailing slash. */
    public String root() {
        return "http://localhost:" + Objects.requireNonNull(environment.getProperty("local.server.port"));
    }

    /** A browser without JavaScript at an agency. */
    public Http browser(DemoWorld.Founded at) {
        return new Http(root(), "/" + at.agency().slug());
    }

    /** A browser in which the officer has signed in over the sign-in page. */
    public Http signedIn(DemoWorld.Founded at, String username) {
        if (withPassword.add(at.agency().id() + username)) {
            accounts.setPassword(
                    at.agency().id(), Objects.requireNonNull(at.officers().get(username)), PASSWORD);
        }
        Http http = browser(at);
        http.get("/masuk").submit("form[action$=/masuk]", "nama", username, "sandi", PASSWORD);
        return http;
    }
}
