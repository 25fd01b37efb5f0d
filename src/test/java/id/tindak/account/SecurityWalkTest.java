package id.tindak.account;

import static id.tindak.account.TwoAgencies.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Limits;
import id.tindak.demo.DemoWorld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route of the program over HTTP as every kind of caller: each gets in exactly where the rule of the route says so. An officer of another agency is a stranger everywhere.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TwoAgencies.class)
class SecurityWalkTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Limits limits;

    @Autowired
    private DemoWorld demo;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** One way to call one handler. */
    private record Route(
            String method, String path, @Nullable Access access) {}

    /** Somebody at the door, and which rules let him in. */
    private record Caller(String name, Browser browser, Set<Who> rights) {}

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            Collection<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues())
                for (RequestMethod m : methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods)
                    routes.add(new Route(m.name(), pattern.replaceAll("\\{\\*?[^}]+}", "1"), rule(handler)));
        });
        return routes;
    }

    private static @Nullable Access rule(HandlerMethod handler) {
        return handler.getMethodAnnotation(Access.class);
    }

    private Caller caller(String name, String agency, Set<Who> rights) {
        Browser b = new Browser(port);
        String path = "/" + agency + "/masuk";
        assertThat(b.submit(b.get(path), path, Map.of("nama", "u-" + name, "sandi", PASSWORD))
                        .status())
                .isEqualTo(303);
        return new Caller(name + " of " + agency, b, rights);
    }

    @Test
    void everyRouteLetsInExactlyThoseWhomItNames() {
        demo.found("demo/cilacap.yaml", TwoAgencies.UJI, "uji", "http://localhost:" + port, null);
        demo.found("demo/cilacap.yaml", TwoAgencies.COBA, "coba", "http://localhost:" + port, null);
        TwoAgencies.seed(sql, accounts);
        List<Caller> callers = List.of(
                new Caller("nobody", new Browser(port), EnumSet.of(Who.PUBLIC)),
                caller("petugas", "uji", EnumSet.of(Who.PUBLIC, Who.OFFICER)),
                caller("admin", "uji", EnumSet.of(Who.PUBLIC, Who.OFFICER, Who.ADMIN)),
                caller("auditor", "uji", EnumSet.of(Who.PUBLIC, Who.AUDITOR)),
                caller("admin", "coba", EnumSet.of(Who.PUBLIC)));
        Map<String, String> wrong = new LinkedHashMap<>();
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(10);
        for (Route route : routes) {
            for (Caller c : callers) {
                limits.forget();
                Answer a = call(c, route);
                String seen = verdict(a, route, c.rights());
                if (seen != null) wrong.put(route.method() + " " + route.path() + " as " + c.name(), seen);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Answer call(Caller c, Route route) {
        boolean platform = route.access() != null && route.access().platform();
        String path = platform ? route.path() : "/uji" + route.path();
        // without a form token: whoever is let in is told that the form is too old, and nothing happens
        return route.method().equals("POST")
                ? c.browser().post(path, Map.of("isi", "x"))
                : c.browser().method(route.method(), path);
    }

    /** Null when the answer is what the rule says, else what is wrong with it. */
    private static @Nullable String verdict(Answer a, Route route, Set<Who> rights) {
        if (a.status() >= 500 && !route.path().equals("/uji-rusak")) return "fails with " + a.status();
        if (a.header("content-security-policy").isEmpty()) return "has no policy header";
        if (route.access() == null) return a.status() == 403 ? null : "has no rule but answers " + a.status();
        List<Who> named = List.of(route.access().value());
        if (named.equals(List.of(Who.CLIENT)))
            return a.status() == 401 || a.status() == 403 ? null : "wants no key but answers " + a.status();
        if (named.equals(List.of(Who.PROVIDER)))
            return a.status() == 404 ? null : "is no account's door but answers " + a.status();
        boolean setup = named.equals(List.of(Who.SETUP));
        if (setup) return a.status() == 404 ? null : "is for set-up but answers " + a.status();
        boolean signedIn = rights.size() > 1;
        boolean reading = !route.method().equals("POST");
        boolean onlyReads = rights.contains(Who.AUDITOR)
                && !reading
                && !route.access().auditorMayPost()
                && !named.contains(Who.PUBLIC);
        boolean may = named.stream().anyMatch(rights::contains) && !onlyReads;
        boolean toSignIn =
                a.status() == 401 || a.status() == 303 && a.location().contains("/masuk?ke=");
        if (may) return a.status() == 403 || toSignIn ? "should be let in but gets " + a.status() : null;
        if (signedIn) return a.status() == 403 ? null : "should be refused but gets " + a.status();
        return toSignIn ? null : "should be sent to the sign-in page but gets " + a.status();
    }
}
