package id.tindak.api;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /kelola/aplikasi}: the programs that an agency lets in. */
@Controller
public class ClientPages {

    private final Clients clients;
    private final People people;

    ClientPages(Clients clients, People people) {
        this.clients = clients;
        this.people = people;
    }

    /** @param may what it may do, in words */
    public record Row(Client client, String path, List<String> may) {}

    /** @param addresses where programs find what: label to address */
    public record Listing(List<Row> rows, Map<String, String> addresses) {}

    /**
     * @param client null for one that is not stored yet
     * @param scopes word to explanation
     */
    public record Editing(
            @Nullable Client client,
            String path,
            Form form,
            Map<String, String> scopes,
            Map<String, String> officers) {}

    /** The one time that a key is seen. */
    public record Shown(String name, String key, String path) {}

    @GetMapping("/kelola/aplikasi")
    @Access(Who.ADMIN)
    View list(Page page, Signed me) {
        List<Row> rows = clients.all(me.agencyId()).stream()
                .map(c -> new Row(c, path(c), may(page, c)))
                .toList();
        return View.of("api/clients.jte", page, new Listing(rows, addresses(page)));
    }

    @GetMapping("/kelola/aplikasi/baru")
    @Access(Who.ADMIN)
    View fresh(Page page, Signed me) {
        Form form =
                Form.empty().with("boleh", Scope.FILE.word()).with("batas", Integer.toString(ClientForm.USUAL_RATE));
        return View.of("api/client.jte", page, editing(page, me, null, form));
    }

    @PostMapping("/kelola/aplikasi")
    @Access(Who.ADMIN)
    View add(Page page, Signed me, Form form) {
        Clients.Wanted wanted =
                ClientForm.read(form, true, id -> officers(me.agencyId()).containsKey(Long.toString(id)));
        if (!form.ok())
            return View.of("api/client.jte", page, editing(page, me, null, form))
                    .status(422);
        Clients.Keyed added = clients.add(me.agencyId(), wanted, me.officerId());
        return shown(page, added.client(), added.key());
    }

    @GetMapping("/kelola/aplikasi/{id}")
    @Access(Who.ADMIN)
    View show(Page page, Signed me, @PathVariable long id) {
        Client c = client(me, id);
        return View.of("api/client.jte", page, editing(page, me, c, ClientForm.filled(c)));
    }

    @PostMapping("/kelola/aplikasi/{id}")
    @Access(Who.ADMIN)
    View change(Page page, Signed me, @PathVariable long id, Form form) {
        Client c = client(me, id);
        Clients.Wanted wanted = ClientForm.read(
                form, form.checked("aktif"), officer -> officers(me.agencyId()).containsKey(Long.toString(officer)));
        if (!form.ok())
            return View.of("api/client.jte", page, editing(page, me, c, form)).status(422);
        clients.change(c, wanted, me.officerId());
        return View.to(page, "/kelola/aplikasi").flash("api.client.changed", wanted.name());
    }

    @PostMapping("/kelola/aplikasi/{id}/kunci")
    @Access(Who.ADMIN)
    View renew(Page page, Signed me, @PathVariable long id, Form form) {
        Client c = client(me, id);
        if (!form.checked("yakin")) {
            Form filled = ClientForm.filled(c);
            filled.wrong("yakin", "api.renew.tick");
            return View.of("api/client.jte", page, editing(page, me, c, filled)).status(422);
        }
        return shown(page, c, clients.renew(c, me.officerId()));
    }

    private static View shown(Page page, Client c, ApiKey key) {
        return View.of("api/key.jte", page, new Shown(c.name(), key.text(), path(c)))
                .noStore();
    }

    private Editing editing(Page page, Signed me, @Nullable Client c, Form form) {
        Map<String, String> scopes = new LinkedHashMap<>();
        for (Scope s : Scope.values()) scopes.put(s.word(), page.t("api.scope." + s.name()));
        return new Editing(c, c == null ? "/kelola/aplikasi" : path(c), form, scopes, officers(me.agencyId()));
    }

    private static List<String> may(Page page, Client c) {
        return Stream.of(Scope.values())
                .filter(c::may)
                .map(s -> page.t("api.scope." + s.name()))
                .toList();
    }

    private static Map<String, String> addresses(Page page) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Open311 GeoReport v2", page.brand().baseUrl() + "/open311/v2");
        all.put("API", page.brand().baseUrl() + ApiPages.ROOT);
        return all;
    }

    /** Who may decide today: id to name. */
    private Map<String, String> officers(int agencyId) {
        LocalDate today = people.today(agencyId);
        return people.officers(agencyId).stream()
                .filter(o -> o.activeOn(today) && o.auditorUntil() == null)
                .sorted(Comparator.comparing(Officer::name))
                .collect(Collectors.toMap(o -> Long.toString(o.id()), Officer::name, (a, b) -> a, LinkedHashMap::new));
    }

    private Client client(Signed me, long id) {
        return clients.find(me.agencyId(), id).orElseThrow(Problem::notFound);
    }

    private static String path(Client c) {
        return "/kelola/aplikasi/" + c.id();
    }
}
