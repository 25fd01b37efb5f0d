package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * SMS by Kannel (User's Guide, "SMS-service" and "sendsms"). In: {@code post-url} of the service with {@code from=%p&to=%P&ts=%T&id=%I} and the text as body; reports: {@code dlr-url} with
 * {@code laporan=%d}. Out: {@code /cgi-bin/sendsms}.
 */
@Component
class Kannel implements Provider {

    private static final Carrier.Pace PACE = new Carrier.Pace(20, Duration.ofHours(1));
    /** As many parts as phones and operators put together without loss. */
    private static final int LONGEST = 6 * 153;
    /** Delivered, failed for good, accepted by the centre, refused by the centre. */
    private static final String DELIVERED = "1";

    private static final List<String> FAILED = List.of("2", "16");

    private final OutboundHttp http;
    private final Clock clock;

    Kannel(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.KANNEL;
    }

    /** Kannel signs nothing: who knows the door's address is believed. */
    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return true;
    }

    @Override
    public List<Arrival> read(ChannelAccount account, Call call) {
        if (!call.query("laporan").isEmpty()) return report(call);
        String from = call.query("from").strip();
        if (from.isEmpty()) throw new Unreadable("from");
        Instant at = Moments.of(call.query("ts"), clock.instant());
        String text = new String(call.body(), charset(call.header("content-type")));
        Phones.Number number = Phones.read(from);
        String id = call.query("id").isEmpty() ? Keyed.of(from, at.toString(), text) : call.query("id");
        return List.of(new Arrival.Said(
                id, number.address(), "", number.international(), at, text, List.of(), !number.answerable()));
    }

    private List<Arrival> report(Call call) {
        String code = call.query("laporan");
        boolean failed = FAILED.contains(code);
        if (!failed && !code.equals(DELIVERED)) return List.of(); // on its way
        return List.of(new Arrival.Report(
                call.query("id"),
                failed ? Arrival.State.FAILED : Arrival.State.DELIVERED,
                clock.instant(),
                failed ? "Kannel " + code : ""));
    }

    private static Charset charset(String contentType) {
        String lower = contentType.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("utf-16") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    @Override
    public Capabilities capabilities(ChannelAccount account) {
        return new Capabilities(LONGEST, PACE);
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        SmsText sms = SmsText.of(text);
        var url = UriComponentsBuilder.fromUriString(a.setting("kirim_url"))
                .queryParam("username", "{user}")
                .queryParam("password", "{password}")
                .queryParam("to", "{to}")
                .queryParam("text", "{text}")
                .queryParam("charset", "UTF-8")
                .queryParam("coding", sms.unicode() ? "2" : "0")
                .queryParam("dlr-mask", "19")
                .queryParam("dlr-url", "{report}");
        if (!a.setting("pengirim").isEmpty()) url.queryParam("from", "{from}");
        String report = a.setting(ChannelAccounts.DOOR) + "?laporan=%d&id=" + reference;
        var answer = http.get(url.encode()
                .buildAndExpand(java.util.Map.of(
                        "user", a.setting("pengguna"),
                        "password", a.setting("sandi"),
                        "to", to,
                        "text", sms.text(),
                        "report", report,
                        "from", a.setting("pengirim")))
                .toUri());
        return switch (answer) {
            case OutboundHttp.Answer.Unreached(String why) -> new Delivered.NoServer(why);
            case OutboundHttp.Answer.CutOff(String why) -> new Delivered.Perhaps(why);
            case OutboundHttp.Answer.Said said
            when said.status() == 202 || said.status() == 200 -> new Delivered.Sent(reference);
            case OutboundHttp.Answer.Said said when said.status() == 403 -> new Delivered.NoServer(said.line());
            case OutboundHttp.Answer.Said said when said.status() < 500 -> new Delivered.Never(said.line());
            case OutboundHttp.Answer.Said said -> new Delivered.Later(said.line());
        };
    }
}
