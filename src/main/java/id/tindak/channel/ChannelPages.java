package id.tindak.channel;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The agency's accounts with providers: which there are, how they fare, adding, changing, switching off. */
@Controller
public class ChannelPages {

    private static final int LINE = 200;
    private static final int SECRET = 2_000;

    private final ChannelAccounts accounts;
    private final ChannelStore store;
    private final HealthStore health;

    ChannelPages(ChannelAccounts accounts, ChannelStore store, HealthStore health) {
        this.accounts = accounts;
        this.store = store;
        this.health = health;
    }

    /** @param state what was seen of it last */
    public record Row(String path, String kind, String name, String address, boolean active, AccountState state) {}

    /** @param kinds that may be added: name to what it is called */
    public record Shown(List<Row> rows, Map<String, String> kinds) {}

    /** @param id null for one that is not stored yet */
    public record Editing(
            String path,
            @Nullable Long id,
            String kind,
            List<Input> inputs,
            Form form,
            @Nullable String door,
            int unreadable) {}

    /**
     * @param kept whether a secret is stored already, so that it may stay empty
     * @param choices value to what it is called; empty where it is typed
     */
    public record Input(
            String key,
            String label,
            String hint,
            boolean secret,
            boolean required,
            boolean kept,
            Map<String, String> choices) {}

    @GetMapping("/kelola/kanal")
    @Access(Who.ADMIN)
    View list(Page page, Signed me) {
        Map<Long, AccountState> states = health.of(me.agencyId());
        List<Row> rows = accounts.all(me.agencyId()).stream()
                .map(a -> new Row(
                        "/kelola/kanal/" + a.id(),
                        page.t(a.kind().key()),
                        a.name(),
                        a.address(),
                        a.active(),
                        states.getOrDefault(a.id(), AccountState.UNSEEN)))
                .toList();
        Map<String, String> kinds = Arrays.stream(ChannelKind.values())
                .collect(Collectors.toMap(ChannelKind::name, k -> page.t(k.key()), (a, b) -> a, LinkedHashMap::new));
        return View.of("channel/accounts.jte", page, new Shown(rows, kinds));
    }

    @GetMapping("/kelola/kanal/baru/{kind}")
    @Access(Who.ADMIN)
    View fresh(Page page, @PathVariable String kind) {
        ChannelKind k = kind(kind);
        Form preset = Form.empty();
        for (ChannelKind.Field f : k.fields()) preset = preset.with(f.key(), f.preset());
        return View.of("channel/account.jte", page, editing(page, k, null, preset));
    }

    @PostMapping("/kelola/kanal/baru/{kind}")
    @Access(Who.ADMIN)
    View add(Page page, Signed me, @PathVariable String kind, Form form) {
        ChannelKind k = kind(kind);
        Typed typed = typed(k, null, form);
        if (!form.ok())
            return View.of("channel/account.jte", page, editing(page, k, null, form))
                    .status(422);
        ChannelAccount added =
                accounts.add(me.agencyId(), k, typed.name(), typed.address(), typed.settings(), me.officerId());
        return View.to(page, "/kelola/kanal/" + added.id()).flash("channel.account.added");
    }

    @GetMapping("/kelola/kanal/{id}")
    @Access(Who.ADMIN)
    View show(Page page, Signed me, @PathVariable long id) {
        ChannelAccount a = account(me, id);
        Form preset =
                Form.empty().with("nama", a.name()).with("alamat", a.address()).with("aktif", a.active() ? "ya" : "");
        for (ChannelKind.Field f : a.kind().fields())
            if (!f.secret()) preset = preset.with(f.key(), a.setting(f.key()));
        return View.of("channel/account.jte", page, editing(page, a.kind(), a, preset));
    }

    @PostMapping("/kelola/kanal/{id}")
    @Access(Who.ADMIN)
    View change(Page page, Signed me, @PathVariable long id, Form form) {
        ChannelAccount a = account(me, id);
        Typed typed = typed(a.kind(), a, form);
        if (!form.ok())
            return View.of("channel/account.jte", page, editing(page, a.kind(), a, form))
                    .status(422);
        accounts.change(
                me.agencyId(),
                a,
                typed.name(),
                typed.address(),
                typed.settings(),
                form.checked("aktif"),
                me.officerId());
        return View.to(page, "/kelola/kanal").flash("channel.account.changed", typed.name());
    }

    /** What could not be read is tried once more: after the program, or the provider, was mended. */
    @PostMapping("/kelola/kanal/{id}/baca-lagi")
    @Access(Who.ADMIN)
    View readAgain(Page page, Signed me, @PathVariable long id) {
        ChannelAccount a = account(me, id);
        int count = store.readAgain(me.agencyId(), a.id());
        return View.to(page, "/kelola/kanal/" + id).flash("channel.account.again", count);
    }

    private record Typed(String name, String address, Map<String, String> settings) {}

    private static Typed typed(ChannelKind kind, @Nullable ChannelAccount old, Form form) {
        String name = form.required("nama", LINE, "channel.account.name-missing");
        String address = form.required("alamat", LINE, "channel.account.address-missing");
        Map<String, String> settings = new HashMap<>();
        for (ChannelKind.Field f : kind.fields()) {
            String value = f.secret() ? form.text(f.key(), SECRET) : form.line(f.key(), LINE);
            boolean kept = f.secret() && old != null && !old.setting(f.key()).isEmpty();
            boolean offered = f.choices().isEmpty() || f.choices().contains(value);
            if (!offered || value.isEmpty() && f.required() && !kept) form.wrong(f.key(), "channel.account.missing");
            settings.put(f.key(), value);
        }
        return new Typed(name, address, settings);
    }

    private Editing editing(Page page, ChannelKind kind, @Nullable ChannelAccount a, Form form) {
        List<Input> inputs = kind.fields().stream()
                .map(f -> new Input(
                        f.key(),
                        page.t("channel.field." + f.key()),
                        page.t("channel.hint." + f.key()),
                        f.secret(),
                        f.required(),
                        f.secret() && a != null && !a.setting(f.key()).isEmpty(),
                        choices(page, f)))
                .toList();
        return new Editing(
                "/kelola/kanal/" + (a == null ? "baru/" + kind.name().toLowerCase(Locale.ROOT) : Long.toString(a.id())),
                a == null ? null : Long.valueOf(a.id()),
                page.t(kind.key()),
                inputs,
                form,
                a == null || !kind.knocks() ? null : a.setting(ChannelAccounts.DOOR),
                a == null ? 0 : store.countUnreadable(a.agencyId(), a.id()));
    }

    private static Map<String, String> choices(Page page, ChannelKind.Field f) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String choice : f.choices()) all.put(choice, page.t("channel.choice." + choice.toLowerCase(Locale.ROOT)));
        return all;
    }

    private static ChannelKind kind(String word) {
        return ChannelKind.of(word.toUpperCase(Locale.ROOT)).orElseThrow(Problem::notFound);
    }

    private ChannelAccount account(Signed me, long id) {
        return accounts.find(me.agencyId(), id).orElseThrow(Problem::notFound);
    }
}
