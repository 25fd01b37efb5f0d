package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.base.web.Texts;
import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A gateway of which the program knows nothing but what the administrator tells: where in a call the sender and the words stand, how it proves itself, and how a message is given to it. */
@Component
class HttpGateway implements Provider {

    private static final Map<String, String> HMAC =
            Map.of("sha256", "HmacSHA256", "sha512", "HmacSHA512", "sha1", "HmacSHA1");
    private static final List<String> POINTERS =
            List.of("http_pengirim", "http_isi", "http_nama", "http_id", "http_waktu", "http_berkas", "http_ya_id");
    private static final Map<String, String> SAMPLE = Map.of(
            "to",
            "+6281200003390",
            "digits",
            "6281200003390",
            "text",
            "Aduan \"A-1\" diterima.\nTerima kasih & salam",
            "reference",
            "55",
            "secret",
            "***");
    private static final int MOST_LETTERS = 65_536;
    private static final int MOST_A_MINUTE = 1_000;

    private final OutboundHttp http;
    private final Clock clock;

    HttpGateway(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.HTTP;
    }

    // --- proof

    @Override
    public Set<String> headers(ChannelAccount a) {
        return switch (a.setting("http_bukti")) {
            case "kepala", "hmac" -> Set.of(a.setting("http_bukti_nama").toLowerCase(Locale.ROOT));
            default -> Set.of();
        };
    }

    @Override
    public boolean authentic(ChannelAccount a, Call call) {
        String place = a.setting("http_bukti_nama");
        String header = call.header(place.toLowerCase(Locale.ROOT));
        String prefix = a.setting("http_bukti_awalan");
        String secret = a.setting("http_bukti_rahasia");
        return switch (a.setting("http_bukti")) {
            case "pintu" -> true;
            case "kepala" ->
                Signatures.same(
                        secret,
                        header.startsWith(prefix)
                                ? header.substring(prefix.length()).strip()
                                : "");
            case "hmac" ->
                Signatures.hmac(
                        HMAC.getOrDefault(a.setting("http_bukti_hmac"), "HmacSHA256"),
                        secret,
                        call.body(),
                        prefix,
                        header);
            case "isi" -> Signatures.same(secret, inBody(call, place));
            default -> false;
        };
    }

    private static String inBody(Call call, String pointer) {
        try {
            return Pointed.at(Pointed.tree(call), pointer);
        } catch (Unreadable nothing) {
            return "";
        }
    }

    @Override
    public Call kept(ChannelAccount a, Call call) {
        Call plain = call.without("authorization");
        return switch (a.setting("http_bukti")) {
            case "kepala" -> plain.without(a.setting("http_bukti_nama").toLowerCase(Locale.ROOT));
            case "isi" -> Pointed.emptied(plain, a.setting("http_bukti_nama"));
            default -> plain;
        };
    }

    // --- in

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        Pointed p = Pointed.in(Pointed.tree(call), a.settings());
        if (p.skipped() != null) return List.of();
        if (p.sender().isEmpty()) throw new Unreadable(a.setting("http_pengirim"));
        if (p.text().isEmpty() && p.file().isEmpty()) throw new Unreadable(a.setting("http_isi"));
        List<Arrival.Sent> files = new ArrayList<>();
        if (!p.file().isEmpty())
            files.add(GatewayTalk.file(http, bare(a.setting("http_url")).toString(), p.file(), fileName(p.file())));
        Phones.Number number = Phones.read(p.sender());
        Instant at = Moments.of(p.time(), clock.instant());
        String key = p.id().isEmpty() ? Keyed.of(p.sender(), p.time(), p.text(), p.file()) : p.id();
        boolean machine = a.channel().equals("sms") && !number.answerable();
        return List.of(new Arrival.Said(
                key, number.address(), p.name(), number.international(), at, p.text(), files, machine));
    }

    private static String fileName(String url) {
        String path = url.replaceAll("[?#].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "kiriman" : name;
    }

    // --- out

    @Override
    public Capabilities capabilities(ChannelAccount a) {
        return new Capabilities(
                number(a.setting("http_terpanjang"), MOST_LETTERS),
                new Carrier.Pace(number(a.setting("http_laju"), MOST_A_MINUTE), Duration.ofMinutes(1)));
    }

    private static int number(String typed, int most) {
        return typed.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(typed), most) : 1;
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        CallLayout.Laid call;
        try {
            call = CallLayout.of(a.settings())
                    .filled(Map.of(
                            "to", to,
                            "digits", to.replace("+", ""),
                            "text", text,
                            "reference", reference,
                            "secret", a.setting("http_rahasia")));
        } catch (IllegalArgumentException | Unreadable crooked) {
            // what is crooked may be the secret: it is not repeated
            return new Delivered.NoServer(Texts.get(Texts.DEFAULT, "channel.reason.layout"));
        }
        return GatewayTalk.means(
                http.send(call.method(), call.address(), call.headers(), call.body()),
                said -> yes(a, said.status()),
                said -> {
                    JsonNode body = Json.readOr(said.body());
                    String rule = a.setting("http_ya_isi");
                    if (!rule.isEmpty() && !Pointed.fits(body, rule)) return new Delivered.Later(said.line());
                    String id = Pointed.at(body, a.setting("http_ya_id"));
                    return new Delivered.Sent(id.isEmpty() ? null : id);
                });
    }

    private static boolean yes(ChannelAccount a, int status) {
        return statuses(a.setting("http_ya")).contains(Integer.toString(status));
    }

    private static List<String> statuses(String typed) {
        return Arrays.stream(typed.split("[, ]+")).filter(s -> !s.isEmpty()).toList();
    }

    // --- what the administrator wrote

    @Override
    public Map<String, String> faults(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String field : POINTERS)
            tried(all, field, "channel.account.no-pointer", () -> Pointed.check(settings.getOrDefault(field, "")));
        String proof = settings.getOrDefault("http_bukti", "");
        if (!proof.equals("pintu")
                && settings.getOrDefault("http_bukti_nama", "").isEmpty())
            all.put("http_bukti_nama", "channel.account.missing");
        if (!proof.equals("pintu")
                && settings.getOrDefault("http_bukti_rahasia", "").isEmpty())
            all.put("http_bukti_rahasia", "channel.account.missing");
        if (proof.equals("isi"))
            tried(
                    all,
                    "http_bukti_nama",
                    "channel.account.no-pointer",
                    () -> Pointed.check(settings.getOrDefault("http_bukti_nama", "")));
        JsonNode nothing = Json.read("{}");
        tried(
                all,
                "http_abaikan",
                "channel.account.no-rule",
                () -> settings.getOrDefault("http_abaikan", "")
                        .lines()
                        .filter(l -> !l.isBlank())
                        .forEach(l -> Pointed.fits(nothing, l.strip())));
        String yes = settings.getOrDefault("http_ya_isi", "");
        if (!yes.isEmpty()) tried(all, "http_ya_isi", "channel.account.no-rule", () -> Pointed.fits(nothing, yes));
        if (!statuses(settings.getOrDefault("http_ya", "")).stream().allMatch(s -> s.matches("[1-5]\\d\\d")))
            all.put("http_ya", "channel.account.no-status");
        for (String field : List.of("http_terpanjang", "http_laju"))
            if (!settings.getOrDefault(field, "").matches("[1-9]\\d{0,8}")) all.put(field, "channel.account.no-number");
        CallLayout layout = CallLayout.of(settings);
        tried(all, "http_url", "channel.account.no-url", () -> address(layout.url()));
        tried(
                all,
                "http_badan",
                "channel.account.no-body",
                () -> new CallLayout(layout.method(), "http://127.0.0.1/", layout.form(), "", layout.body())
                        .filled(SAMPLE));
        tried(
                all,
                "http_kepala",
                "channel.account.no-header",
                () -> new CallLayout("GET", "http://127.0.0.1/", false, layout.headers(), "").filled(SAMPLE));
        return all;
    }

    /** The machine that is called must not hang on what a citizen wrote. */
    private static void address(String typed) {
        URI whole = new CallLayout("GET", typed, false, "", "").filled(SAMPLE).address();
        URI bare = bare(typed);
        boolean http = "http".equals(whole.getScheme()) || "https".equals(whole.getScheme());
        if (!http || whole.getAuthority() == null || !whole.getAuthority().equals(bare.getAuthority()))
            throw new IllegalArgumentException(typed);
    }

    private static URI bare(String typed) {
        return new CallLayout("GET", typed, false, "", "").filled(Map.of()).address();
    }

    private static void tried(Map<String, String> all, String field, String key, Runnable attempt) {
        try {
            attempt.run();
        } catch (IllegalArgumentException | Unreadable crooked) {
            all.putIfAbsent(field, key);
        }
    }

    /**
     * What would become of a call, and how an answer would leave; nothing is stored, fetched or sent.
     *
     * @param fault text key of why nothing can be read; null where something was
     */
    record Trial(@Nullable Pointed read, @Nullable String fault, CallLayout.Laid call) {}

    Trial tried(ChannelAccount a, String sample) {
        CallLayout.Laid call = CallLayout.of(a.settings()).filled(SAMPLE);
        try {
            JsonNode tree = Pointed.tree(new Call(Map.of(), Map.of(), sample.getBytes(StandardCharsets.UTF_8)));
            return new Trial(Pointed.in(tree, a.settings()), null, call);
        } catch (Unreadable no) {
            return new Trial(null, "channel.trial.unreadable", call);
        }
    }
}
