package id.tindak.channel;

import id.tindak.phones.Line;
import id.tindak.phones.Network;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Connects accounts of an agency with the phones of the town: the keys that both sides must know, and each other's addresses. */
final class TownAccounts {

    private static final String KEY = "kunci-contoh-ponsel-warga";
    private static final String ID = "106540352242922";

    private final ChannelAccounts accounts;
    private final Clock clock;

    TownAccounts(ChannelAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A phone of a citizen who writes to this account, which is added where it is not there yet.
     *
     * @param number of the citizen, digits only
     * @param port of the provider, 0 for any
     * @param by the administrator who adds the account
     */
    Line connect(
            int agencyId,
            Network network,
            String name,
            String address,
            String citizen,
            String number,
            int port,
            long by) {
        Map<String, String> shared = Map.of("hmac", KEY, "phone_number_id", ID, "id", ID);
        Line line = new Line(name, citizen, number, address, shared, network, port, clock);
        ChannelKind kind = ChannelKind.valueOf(network.name());
        ChannelAccount account = accounts.all(agencyId).stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseGet(() -> accounts.add(agencyId, kind, name, address, settings(kind, line.url()), by));
        if (!account.active())
            account = accounts.change(agencyId, account, name, address, account.settings(), true, by);
        line.opens(account.setting(ChannelAccounts.DOOR));
        return line;
    }

    private static Map<String, String> settings(ChannelKind kind, String url) {
        Map<String, String> all = new HashMap<>();
        for (ChannelKind.Field f : kind.fields()) all.put(f.key(), f.secret() ? KEY : f.preset());
        all.putAll(
                switch (kind) {
                    case KANNEL -> Map.of("kirim_url", url + "/cgi-bin/sendsms", "pengguna", "tindak");
                    case WHATSAPP ->
                        Map.of("wa_url", url + "/v24.0", "wa_nomor_id", ID, "wa_templat_lain", "aduan_kabar");
                    case FONNTE -> Map.of("fonnte_url", url + "/send");
                    case WABLAS -> Map.of("wablas_url", url + "/api/send-message");
                    case WAHA -> Map.of("waha_url", url);
                    case GOWA -> Map.of("gowa_url", url, "gowa_pengguna", "tindak");
                    case QONTAK -> Map.of("qontak_url", url + "/api/open/v1");
                    case INSTAGRAM -> Map.of("ig_url", url + "/v24.0", "ig_id", ID);
                    case HTTP ->
                        Map.ofEntries(
                                Map.entry("http_kanal", "sms"),
                                Map.entry("http_bukti", "hmac"),
                                Map.entry("http_bukti_nama", "X-Tanda-Tangan"),
                                Map.entry("http_pengirim", "/dari"),
                                Map.entry("http_isi", "/pesan/teks"),
                                Map.entry("http_nama", "/nama"),
                                Map.entry("http_id", "/id"),
                                Map.entry("http_waktu", "/waktu"),
                                Map.entry("http_berkas", "/lampiran"),
                                Map.entry("http_url", url + "/kirim"),
                                Map.entry("http_jenis", "form"),
                                Map.entry("http_badan", "nomor={digits}&isi={text}"),
                                Map.entry("http_ya_isi", "/berhasil = true"),
                                Map.entry("http_ya_id", "/nomor"));
                    case GAMMU, MAILBOX -> throw new IllegalArgumentException("neither speaks HTTP");
                });
        return all;
    }
}
