package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import org.jspecify.annotations.Nullable;

/** What all webhooks of Meta have in common (Graph API, "Webhooks"): the greeting with a word of one's own, and HMAC-SHA256 over the raw body with the app's secret. */
final class Meta {

    private Meta() {}

    static boolean signed(String secret, Call call) {
        return Signatures.hmac("HmacSHA256", secret, call.body(), "sha256=", call.header("x-hub-signature-256"));
    }

    /** See {@link Provider#handshake}. */
    static @Nullable String greeting(String word, Call call) {
        if (!call.query("hub.mode").equals("subscribe")) return null;
        return Signatures.same(word, call.query("hub.verify_token")) ? call.query("hub.challenge") : "";
    }

    /** Number of the fault by which Meta's tables tell what to do; 0 where it gives none. */
    static int code(OutboundHttp.Answer.Said said) {
        return Json.readOr(said.body()).path("error").path("code").asInt(0);
    }
}
