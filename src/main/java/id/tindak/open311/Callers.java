package id.tindak.open311;

import id.tindak.api.Client;
import id.tindak.api.Gate;
import id.tindak.api.Scope;
import id.tindak.base.web.Brand;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who calls, and for which jurisdiction. Reading needs no key by the specification; whoever shows one must show the right one. */
@Component
class Callers {

    /** Calls a minute from an address without a key. */
    private static final int STRANGERS = 120;

    private final Gate gate;
    private final Limits limits;

    Callers(Gate gate, Limits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    /** @param client null for a stranger */
    record Caller(@Nullable Client client, Limits.Left left) {}

    /** Somebody who may file. */
    record Filer(Client client, Limits.Left left) {}

    /** @throws Refused for another jurisdiction, a wrong key, or too many calls */
    Caller reading(Page page, Form form) {
        jurisdiction(page, form);
        Client client = key(page, form).orElse(null);
        Limits.Left left = client == null
                ? limits.take(
                        "open311 " + page.brand().agencyId() + " " + page.client(), STRANGERS, Duration.ofMinutes(1))
                : gate.count(client);
        if (!left.granted()) throw Refused.tooMany(page.t("georeport.fault.often"), left);
        return new Caller(client, left);
    }

    /** @throws Refused for another jurisdiction, and without a key that may file */
    Filer filing(Page page, Form form) {
        jurisdiction(page, form);
        Client client = key(page, form).orElseThrow(() -> Refused.of(403, page.t("georeport.fault.no-key")));
        if (!client.may(Scope.FILE)) throw Refused.of(403, page.t("georeport.fault.may-not"));
        return new Filer(client, gate.count(client));
    }

    private Optional<Client> key(Page page, Form form) {
        String key = form.value("api_key");
        Optional<Client> found = gate.client(page.brand().agencyId(), key);
        if (!key.isEmpty() && found.isEmpty()) throw Refused.of(403, page.t("georeport.fault.key"));
        return found;
    }

    /** The agency's own name for itself: its address without or with "www", or its short name here. Whoever names none means this one: an address serves one agency. */
    private static void jurisdiction(Page page, Form form) {
        String named = form.value("jurisdiction_id").toLowerCase(Locale.ROOT);
        Brand brand = page.brand();
        String bare = named.startsWith("www.") ? named.substring(4) : named;
        String host = String.valueOf(URI.create(brand.baseUrl()).getHost());
        boolean own = named.isEmpty()
                || bare.equals(brand.slug())
                || bare.equals(host)
                || brand.hosts().contains(bare)
                || brand.hosts().contains(named);
        if (!own) throw Refused.of(404, page.t("georeport.fault.jurisdiction"));
    }
}
