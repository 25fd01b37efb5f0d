package id.tindak.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The providers whose formats the program knows, and one for all others. */
enum ChannelKind {
    /** SMS by Kannel: a modem or an operator behind it (Kannel User's Guide, HTTP services). */
    KANNEL(
            "sms",
            Field.address("kirim_url", "http://127.0.0.1:13013/cgi-bin/sendsms"),
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
            Field.address("wa_url", "https://graph.facebook.com/v24.0"),
            Field.of("wa_nomor_id", ""),
            Field.secret("wa_token"),
            Field.secret("wa_rahasia"),
            Field.secret("wa_verifikasi"),
            Field.optional("wa_templat_terima"),
            Field.optional("wa_templat_lengkapi"),
            Field.optional("wa_templat_jawab"),
            Field.optional("wa_templat_lain"),
            Field.optional("wa_templat_bahasa")),
    /** WhatsApp by Fonnte. */
    FONNTE("whatsapp", Field.address("fonnte_url", "https://api.fonnte.com/send"), Field.secret("fonnte_token")),
    /** WhatsApp by Wablas. */
    WABLAS(
            "whatsapp",
            Field.address("wablas_url", "https://solo.wablas.com/api/send-message"),
            Field.secret("wablas_token")),
    /** WhatsApp by WAHA on a machine of one's own. */
    WAHA(
            "whatsapp",
            Field.address("waha_url", "http://127.0.0.1:3000"),
            Field.of("waha_sesi", "default"),
            Field.secret("waha_kunci"),
            Field.secret("waha_hmac")),
    /** WhatsApp by gowa (go-whatsapp-web-multidevice) on a machine of one's own. */
    GOWA(
            "whatsapp",
            Field.address("gowa_url", "http://127.0.0.1:3000"),
            Field.of("gowa_pengguna", ""),
            Field.secret("gowa_sandi"),
            Field.secret("gowa_hmac")),
    /** WhatsApp by Mekari Qontak. */
    QONTAK(
            "whatsapp",
            Field.address("qontak_url", "https://service-chat.qontak.com/api/open/v1"),
            Field.secret("qontak_token")),
    /** Direct messages and comments by Meta's Instagram Platform. */
    INSTAGRAM(
            "instagram",
            Field.address("ig_url", "https://graph.instagram.com/v24.0"),
            Field.of("ig_id", ""),
            Field.secret("ig_token"),
            Field.secret("ig_rahasia"),
            Field.secret("ig_verifikasi"),
            Field.optional("ig_tanda")),
    /** Any other gateway that speaks HTTP, as the administrator describes it: no code of ours knows it. */
    HTTP(
            "lain",
            Field.choice("http_kanal", "sms", "whatsapp", "instagram", "facebook", "lain"),
            Field.choice("http_bukti", "pintu", "kepala", "hmac", "isi").section("masuk"),
            Field.optional("http_bukti_nama"),
            Field.optional("http_bukti_awalan"),
            Field.choice("http_bukti_hmac", "sha256", "sha512", "sha1"),
            Field.optionalSecret("http_bukti_rahasia"),
            Field.of("http_pengirim", "/sender"),
            Field.of("http_isi", "/message"),
            Field.optional("http_nama"),
            Field.optional("http_id"),
            Field.optional("http_waktu"),
            Field.optional("http_berkas"),
            Field.lines("http_abaikan", ""),
            Field.choice("http_metode", "POST", "PUT", "GET").section("keluar"),
            Field.of("http_url", ""),
            Field.choice("http_jenis", "json", "form"),
            Field.lines("http_kepala", "Authorization: Bearer {secret}"),
            Field.optionalSecret("http_rahasia"),
            Field.lines("http_badan", "{\"to\": \"{to}\", \"message\": \"{text}\"}"),
            Field.of("http_ya", "200, 201, 202"),
            Field.optional("http_ya_isi"),
            Field.optional("http_ya_id"),
            Field.of("http_terpanjang", "4096"),
            Field.of("http_laju", "10"));

    private final String channel;
    private final List<Field> fields;

    ChannelKind(String channel, Field... fields) {
        this.channel = channel;
        this.fields = List.of(fields);
    }

    /** Key of the SOP's {@code kanal} under which its messages enter, unless the account says otherwise; see {@link ChannelAccount#channel}. */
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

    /** Whether the administrator described it himself: then it is switched on only after he tried it. */
    boolean described() {
        return this == HTTP;
    }

    /** How a setting is filled in. */
    enum Shape {
        LINE,
        /** Address of a server on the web. */
        ADDRESS,
        /** Sealed in the database, never shown again. */
        SECRET,
        /** Several lines. */
        LINES,
        /** One of {@link Field#choices}. */
        CHOICE
    }

    /**
     * @param preset what stands there first
     * @param section that begins with this field; null inside of one
     */
    record Field(
            String key,
            String preset,
            Shape shape,
            boolean required,
            List<String> choices,
            @Nullable String section) {

        static Field of(String key, String preset) {
            return new Field(key, preset, Shape.LINE, true, List.of(), null);
        }

        static Field address(String key, String preset) {
            return new Field(key, preset, Shape.ADDRESS, true, List.of(), null);
        }

        static Field optional(String key) {
            return new Field(key, "", Shape.LINE, false, List.of(), null);
        }

        static Field secret(String key) {
            return new Field(key, "", Shape.SECRET, true, List.of(), null);
        }

        static Field optionalSecret(String key) {
            return new Field(key, "", Shape.SECRET, false, List.of(), null);
        }

        static Field lines(String key, String preset) {
            return new Field(key, preset, Shape.LINES, false, List.of(), null);
        }

        static Field choice(String key, String... choices) {
            return new Field(key, choices[0], Shape.CHOICE, true, List.of(choices), null);
        }

        Field section(String name) {
            return new Field(key, preset, shape, required, choices, name);
        }

        boolean secret() {
            return shape == Shape.SECRET;
        }
    }
}
