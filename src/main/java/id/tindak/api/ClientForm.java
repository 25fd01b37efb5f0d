package id.tindak.api;

import id.tindak.base.web.Form;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The screen on which an administrator says what a program may do. */
final class ClientForm {

    static final int USUAL_RATE = 60;

    private static final int NAME = 100;
    private static final int MOST = 6_000;

    private ClientForm() {}

    /**
     * Faults stand in the form itself.
     *
     * @param officer whether this officer can decide here
     */
    static Clients.Wanted read(Form form, boolean active, LongPredicate officer) {
        String name = form.line("nama", NAME);
        if (name.isEmpty()) form.wrong("nama", "api.client.name-missing");
        Set<Scope> scopes = form.many("boleh").stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (scopes.isEmpty()) form.wrong("boleh", "api.client.scope-missing");
        return new Clients.Wanted(name, scopes, rate(form), decider(form, scopes, officer), active);
    }

    static Form filled(Client c) {
        Long officer = c.officerId();
        return Form.of(java.util.Map.of(
                "nama", List.of(c.name()),
                "boleh", c.scopes().stream().map(Scope::word).sorted().toList(),
                "batas", List.of(Integer.toString(c.rate())),
                "petugas", List.of(officer == null ? "" : officer.toString()),
                "aktif", List.of(c.active() ? "ya" : "")));
    }

    private static int rate(Form form) {
        long rate = form.number("batas");
        if (rate >= 1 && rate <= MOST) return (int) rate;
        form.wrong("batas", "api.client.rate-wrong", MOST);
        return USUAL_RATE;
    }

    private static @Nullable Long decider(Form form, Set<Scope> scopes, LongPredicate officer) {
        if (!scopes.contains(Scope.DECIDE)) return null;
        Long chosen = form.id("petugas");
        if (chosen != null && officer.test(chosen)) return chosen;
        form.wrong("petugas", "api.client.officer-missing");
        return null;
    }
}
