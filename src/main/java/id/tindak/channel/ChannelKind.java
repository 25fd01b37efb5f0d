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
            Field.optional("pengirim")),
    /** SMS by a modem in the office, through the tables of gammu-smsd. */
    GAMMU(
            "sms",
            Field.of("gammu_url", "jdbc:postgresql://127.0.0.1:5432/gammu"),
            Field.of("gammu_pengguna", ""),
            Field.secret("gammu_sandi"),
            Field.optional("gammu_ponsel")),
    /** E-mail from a mailbox read by IMAP. */
    MAILBOX(
            "email",
            Field.of("imap_host", ""),
            Field.of("imap_port", "993"),
            Field.choice("imap_pengaman", "TLS", "STARTTLS", "TANPA"),
            Field.of("imap_pengguna", ""),
            Field.secret("imap_sandi"),
            Field.of("imap_kotak", "INBOX"),
            Field.choice("imap_tambah", "TIDAK", "YA")),
    /** WhatsApp by Meta's Cloud API. */
    WHATSAPP(
            "whatsapp",
            Field.of("wa_url", "https://graph.facebook.com/v24.0"),
            Field.of("wa_nomor_id", ""),
            Field.secret("wa_token"),
            Field.secret("wa_rahasia"),
            Field.secret("wa_verifikasi")),
    /** WhatsApp by Fonnte. */
    FONNTE("whatsapp", Field.of("fonnte_url", "https://api.fonnte.com/send"), Field.secret("fonnte_token")),
    /** WhatsApp by Wablas. */
    WABLAS(
            "whatsapp",
            Field.of("wablas_url", "https://solo.wablas.com/api/send-message"),
            Field.secret("wablas_token")),
    /** WhatsApp by WAHA on a machine of one's own. */
    WAHA(
            "whatsapp",
            Field.of("waha_url", "http://127.0.0.1:3000"),
            Field.of("waha_sesi", "default"),
            Field.secret("waha_kunci"),
            Field.secret("waha_hmac")),
    /** WhatsApp by gowa (go-whatsapp-web-multidevice) on a machine of one's own. */
    GOWA(
            "whatsapp",
            Field.of("gowa_url", "http://127.0.0.1:3000"),
            Field.of("gowa_pengguna", ""),
            Field.secret("gowa_sandi"),
            Field.secret("gowa_hmac"));

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

    /** Whether the provider knocks at a door of ours; the others are asked. */
    boolean knocks() {
        return this != GAMMU && this != MAILBOX;
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
     * @param choices what there is to choose from; empty where it is typed
     */
    record Field(String key, String preset, boolean secret, boolean required, List<String> choices) {

        static Field of(String key, String preset) {
            return new Field(key, preset, false, true, List.of());
        }

        static Field choice(String key, String... choices) {
            return new Field(key, choices[0], false, true, List.of(choices));
        }

        static Field optional(String key) {
            return new Field(key, "", false, false, List.of());
        }

        static Field secret(String key) {
            return new Field(key, "", true, true, List.of());
        }
    }
}
