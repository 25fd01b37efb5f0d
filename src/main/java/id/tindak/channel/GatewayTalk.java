package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.base.OutboundHttp.Answer;
import id.tindak.base.OutboundHttp.Answer.Said;
import id.tindak.message.Delivered;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the gateways have in common: what their answers mean, and the files that they name. */
final class GatewayTalk {

    private static final int LARGEST_FILE = 20 << 20;

    private GatewayTalk() {}

    /**
     * What most providers mean: not let in is about us, too many or out of order is about now, anything else is about the message.
     *
     * @param yes whether it says that it took the message
     * @param taken what follows then
     */
    static Delivered means(Answer answer, Predicate<Said> yes, Function<Said, Delivered> taken) {
        return switch (answer) {
            case Answer.Unreached(String why) -> new Delivered.NoServer(why);
            case Answer.CutOff(String why) -> new Delivered.Perhaps(why);
            case Said said when yes.test(said) -> taken.apply(said);
            case Said said when said.status() == 401 || said.status() == 403 -> new Delivered.NoServer(said.line());
            case Said said when said.status() == 429 || said.status() >= 500 -> new Delivered.Later(said.line());
            case Said said -> new Delivered.Never(said.line());
        };
    }

    /**
     * A file from its address; see {@link OutboundHttp#media}.
     *
     * @param url as the message names it; what is no address leads nowhere
     */
    static Arrival.Sent file(OutboundHttp http, String gateway, String url, String name, String... headers) {
        return new Arrival.Sent(name, () -> http.media(address(gateway), address(url), LARGEST_FILE, headers));
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException crooked) {
            return URI.create("");
        }
    }
}
