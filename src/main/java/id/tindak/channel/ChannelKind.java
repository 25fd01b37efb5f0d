package id.tindak.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The providers whose formats the program knows. */
enum ChannelKind {
    /** SMS by Kannel: a modem or an operator behind it (Kannel User's Guide, HTTP services). */
    KANNEL(
            "sms",
            Field.of("kirim_url", "http://127.0.0.1:13013/cgi-bin/sendsms"),
            Field.of("pengguna", ""),
            Field.secret("sandi"),
            Field.optional("pengirim"));

    private final String channel;
    private final List<Field> fields;

    ChannelKind(String channel, Field... fields) {
        this.channel = channel;
        this.fields = List.of(fields);
    }

    /** Key of the SOP's {@code kanal} under which its messages enter. */
    String channel() {
        return channel;
    }

    /** What an administrator fills in. */
    List<Field> fields() {
        return fields;
    }

    /** Text key of what it is called. */
    String key() {
        return "channel.kind." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChannelKind> of(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findFirst();
    }

    /**
     * @param preset what stands there first
     * @param secret sealed in the database, never shown again
     */
    record Field(String key, String preset, boolean secret, boolean required) {

        static Field of(String key, String preset) {
            return new Field(key, preset, false, true);
        }

        static Field optional(String key) {
            return new Field(key, "", false, false);
        }

        static Field secret(String key) {
            return new Field(key, "", true, true);
        }
    }
}
