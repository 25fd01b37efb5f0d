package id.tindak.channel;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.message.Deliveries;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
    private static final int LINES = 10_000;
    private static final int SAMPLE = 50_000;

    private final ChannelAccounts accounts;
    private final ChannelStore store;
    private final HealthStore health;
    private final Deliveries deliveries;
    private final HttpGateway described;
    private final Map<ChannelKind, Provider> providers;

    ChannelPages(
            ChannelAccounts accounts,
            ChannelStore store,
            HealthStore health,
            Deliveries deliveries,
            HttpGateway described,
            List<Provider> providers) {
        this.accounts = accounts;
        this.store = store;
        this.health = health;
        this.deliveries = deliveries;
        this.described = described;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
    }

    /** @param state what was seen of it last */
    /**
     * @param unread calls that wait to be read
     * @param waiting messages that wait to leave
     */
    public record Row(
            String path,
            String kind,
            String name,
            String address,
            boolean active,
            AccountState state,
            int unread,
            int waiting) {}

    /** @param kinds that may be added: name to what it is called */
    public record Shown(List<Row> rows, Map<String, String> kinds) {}

    /**
     * @param id null for one that is not stored yet
     * @param described whether a sample of the provider's calls can be tried
     */
    public record Editing(
            String path,
            @Nullable Long id,
            String kind,
            List<Input> inputs,
            Form form,
            @Nullable String door,
            int unreadable,
            boolean described,
            @Nullable Tried tried) {

        /** For how many days a call that could not be read is kept. */
        public long keptDays() {
            return ChannelErasure.UNREADABLE_KEPT.toDays();
        }
    }

    /**
     * @param section title of the part that begins with it
     * @param choices value to label; empty where it is typed
     * @param kept whether a secret is stored already, so that it may stay empty
     */
    public record Input(
            String key,
            String label,
            String hint,
            @Nullable String section,
            ChannelKind.Shape shape,
            Map<String, String> choices,
            boolean required,
            boolean kept) {

        public boolean secret() {
            return shape == ChannelKind.Shape.SECRET;
        }

        public boolean lines() {
            return shape == ChannelKind.Shape.LINES;
        }
    }

    /**
     * What a sample means, in words.
     *
     * @param read label to what was found there
     * @param call the call by which an answer would leave
     */
    public record Tried(@Nullable String fault, Map<String, String> read, String call) {}

    @GetMapping("/kelola/kanal")
    @Access(Who.ADMIN)
    View list(Page page, Signed me) {
        Map<Long, AccountState> states = health.of(me.agencyId());
        Map<Long, Integer> unread = store.unreadByAccount(me.agencyId());
        Map<String, Integer> waiting = deliveries.waitingByLane(me.agencyId());
        List<Row> rows = accounts.all(me.agencyId()).stream()
                .map(a -> new Row(
                        "/kelola/kanal/" + a.id(),
                        page.t(a.kind().key()),
                        a.name(),
                        a.address(),
                        a.active(),
                        states.getOrDefault(a.id(), AccountState.UNSEEN),
                        unread.getOrDefault(a.id(), 0),
                        waiting.getOrDefault(a.lane(), 0)))
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
        return View.to(page, "/kelola/kanal/" + added.id())
                .flash(k.described() ? "channel.account.added-off" : "channel.account.added");
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

    /** What the program would read from a call, and how it would answer, with what stands in the form; nothing is stored. */
    @PostMapping("/kelola/kanal/{id}/coba")
    @Access(Who.ADMIN)
    View tryOut(Page page, Signed me, @PathVariable long id, Form form) {
        ChannelAccount a = account(me, id);
        if (!a.kind().described()) throw Problem.notFound();
        Typed typed = typed(a.kind(), a, form);
        String sample = form.required("contoh", SAMPLE, "channel.trial.missing");
        if (!form.ok())
            return View.of("channel/account.jte", page, editing(page, a.kind(), a, form))
                    .status(422);
        HttpGateway.Trial trial = described.tried(
                new ChannelAccount(
                        a.agencyId(), a.id(), a.kind(), typed.name(), typed.address(), typed.settings(), a.active()),
                sample);
        return View.of("channel/account.jte", page, editing(page, a.kind(), a, form, tried(page, trial)));
    }

    private static Tried tried(Page page, HttpGateway.Trial trial) {
        Map<String, String> read = new LinkedHashMap<>();
        Pointed p = trial.read();
        if (p != null) {
            read.put(page.t("channel.field.http_pengirim"), p.sender());
            read.put(page.t("channel.field.http_isi"), p.text());
            read.put(page.t("channel.field.http_nama"), p.name());
            read.put(page.t("channel.field.http_id"), p.id());
            read.put(page.t("channel.field.http_waktu"), p.time());
            read.put(page.t("channel.field.http_berkas"), p.file());
        }
        return new Tried(
                p == null ? page.t(Objects.requireNonNull(trial.fault())) : fault(page, p),
                read,
                trial.call().shown());
    }

    /** Why nothing would come of it. */
    private static @Nullable String fault(Page page, Pointed p) {
        if (p.skipped() != null) return page.t("channel.trial.skipped", p.skipped());
        if (p.sender().isEmpty()) return page.t("channel.trial.no-sender");
        return p.text().isEmpty() && p.file().isEmpty() ? page.t("channel.trial.no-text") : null;
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

    /** Secrets that were left empty are as they were. */
    private Typed typed(ChannelKind kind, @Nullable ChannelAccount old, Form form) {
        String name = form.required("nama", LINE, "channel.account.name-missing");
        String address = form.required("alamat", LINE, "channel.account.address-missing");
        Map<String, String> settings = new HashMap<>();
        for (ChannelKind.Field f : kind.fields()) settings.put(f.key(), value(f, form));
        if (old != null) settings = ChannelAccounts.completed(old, settings);
        for (ChannelKind.Field f : kind.fields())
            if (f.required() && settings.getOrDefault(f.key(), "").isEmpty())
                form.wrong(f.key(), "channel.account.missing");
            else if (f.shape() == ChannelKind.Shape.ADDRESS && !onTheWeb(settings.getOrDefault(f.key(), "")))
                form.wrong(f.key(), "channel.account.no-address");
        Provider provider = providers.get(kind);
        if (provider != null && form.ok()) provider.faults(settings).forEach((field, key) -> form.wrong(field, key));
        return new Typed(name, address, settings);
    }

    private static boolean onTheWeb(String typed) {
        try {
            URI address = new URI(typed);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getQuery() == null;
        } catch (URISyntaxException crooked) {
            return false;
        }
    }

    private static String value(ChannelKind.Field f, Form form) {
        return switch (f.shape()) {
            case LINE, ADDRESS -> form.line(f.key(), LINE);
            case SECRET -> form.text(f.key(), SECRET);
            case LINES -> form.text(f.key(), LINES);
            case CHOICE -> f.choices().contains(form.value(f.key())) ? form.value(f.key()) : "";
        };
    }

    private Editing editing(Page page, ChannelKind kind, @Nullable ChannelAccount a, Form form) {
        return editing(page, kind, a, form, null);
    }

    private Editing editing(Page page, ChannelKind kind, @Nullable ChannelAccount a, Form form, @Nullable Tried tried) {
        List<Input> inputs = kind.fields().stream().map(f -> input(page, f, a)).toList();
        return new Editing(
                "/kelola/kanal/" + (a == null ? "baru/" + kind.name().toLowerCase(Locale.ROOT) : Long.toString(a.id())),
                a == null ? null : Long.valueOf(a.id()),
                page.t(kind.key()),
                inputs,
                form,
                a == null || providers.get(kind) instanceof Polled ? null : a.setting(ChannelAccounts.DOOR),
                a == null ? 0 : store.countUnreadable(a.agencyId(), a.id()),
                kind.described(),
                tried);
    }

    private static Input input(Page page, ChannelKind.Field f, @Nullable ChannelAccount a) {
        Map<String, String> choices = new LinkedHashMap<>();
        f.choices().forEach(c -> choices.put(c, page.t("channel.choice." + f.key() + "." + c)));
        return new Input(
                f.key(),
                page.t("channel.field." + f.key()),
                page.t("channel.hint." + f.key()),
                f.section() == null ? null : page.t("channel.section." + f.section()),
                f.shape(),
                choices,
                f.required(),
                f.secret() && a != null && !a.setting(f.key()).isEmpty());
    }

    private static ChannelKind kind(String word) {
        return ChannelKind.of(word.toUpperCase(Locale.ROOT)).orElseThrow(Problem::notFound);
    }

    private ChannelAccount account(Signed me, long id) {
        return accounts.find(me.agencyId(), id).orElseThrow(Problem::notFound);
    }
}
