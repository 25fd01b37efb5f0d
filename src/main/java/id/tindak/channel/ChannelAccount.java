package id.tindak.channel;

import id.tindak.message.Outbox;
import java.util.Map;

/**
 * An agency's own account with a provider: a number, a mailbox, a page. Data, not code.
 *
 * @param address as citizens know it: a number, an address, a name
 * @param settings what {@link ChannelKind#fields} asks for, secrets opened
 */
record ChannelAccount(
        int agencyId,
        long id,
        ChannelKind kind,
        String name,
        String address,
        Map<String, String> settings,
        boolean active) {

    private static final String LANE = "K";

    /** Which account it is, among those of all agencies. */
    record Key(int agencyId, long account) {}

    Key key() {
        return new Key(agencyId, id);
    }

    /** Its lane in the outbox. All mail leaves by the agency's one mail server. */
    String lane() {
        return kind == ChannelKind.MAILBOX ? Outbox.EMAIL : LANE + id;
    }

    /** Account of a lane; -1 where the lane is no account's. */
    static long ofLane(String lane) {
        return lane.matches(LANE + "\\d{1,18}") ? Long.parseLong(lane.substring(LANE.length())) : -1;
    }

    /** Key of the SOP's {@code kanal} under which its messages enter. */
    String channel() {
        String chosen = setting("http_kanal");
        return chosen.isEmpty() ? kind.channel() : chosen;
    }

    /** Empty where nothing was filled in. */
    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    /** Without settings: they hold secrets. */
    @Override
    public String toString() {
        return "ChannelAccount[" + agencyId + "/" + id + " " + kind + "]";
    }
}
