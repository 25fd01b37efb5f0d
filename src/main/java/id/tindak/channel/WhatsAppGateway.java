package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the gateways have in common that stand between an ordinary WhatsApp number and this program: an address ending in a server's name, messages of our own that come back, groups. */
abstract class WhatsAppGateway implements Provider {

    private static final int LONGEST = 4_096;
    private static final Carrier.Pace PACE = new Carrier.Pace(10, Duration.ofMinutes(1));

    private final ChannelKind kind;
    final OutboundHttp http;
    final Clock clock;

    WhatsAppGateway(ChannelKind kind, OutboundHttp http, Clock clock) {
        this.kind = kind;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public final ChannelKind kind() {
        return kind;
    }

    @Override
    public final Capabilities capabilities(ChannelAccount a) {
        return new Capabilities(LONGEST, PACE);
    }

    /** "62812…@s.whatsapp.net" → +62812…; an id without a phone number stays as it is. */
    static String person(String jid) {
        int at = jid.indexOf('@');
        String local = at < 0 ? jid : jid.substring(0, at);
        boolean phone = at < 0 || jid.endsWith("@s.whatsapp.net") || jid.endsWith("@c.us");
        int device = local.indexOf(':');
        return phone
                ? Phones.read(device < 0 ? local : local.substring(0, device)).address()
                : jid;
    }

    static boolean group(String jid) {
        return jid.endsWith("@g.us") || jid.endsWith("@broadcast") || jid.endsWith("@newsletter");
    }

    /** @param id of the provider; where it gives none, a key of sender, moment and words */
    final Arrival said(String id, String from, String name, Instant at, String text, List<Arrival.Sent> files) {
        String address = person(from);
        String key = id.isEmpty() ? Keyed.of(address, at.toString(), text) : id;
        return new Arrival.Said(key, address, name, Phones.read(address).international(), at, text, files, false);
    }

    final Instant moment(String written) {
        return Moments.of(written, clock.instant());
    }

    /** The answers that the gateways give; which one it is that says yes differs. */
    final Delivered done(OutboundHttp.Answer answer, @Nullable String idField) {
        return GatewayTalk.means(answer, said -> said.status() < 300, said -> taken(said, idField));
    }

    /** Some say 200 to everything and tell in the body that it was nothing. */
    private static Delivered taken(OutboundHttp.Answer.Said said, @Nullable String idField) {
        JsonNode body = Json.readOr(said.body());
        if (body.path("status").isBoolean() && !body.path("status").asBoolean())
            return new Delivered.Later(said.line());
        if (idField == null) return new Delivered.Sent(null);
        JsonNode id = body.at(idField);
        return new Delivered.Sent(id.isValueNode() ? id.asString() : null);
    }

    static List<Arrival.Sent> none() {
        return new ArrayList<>();
    }
}
