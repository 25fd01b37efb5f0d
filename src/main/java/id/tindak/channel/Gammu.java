package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * SMS by a modem in the office: gammu-smsd with its PostgreSQL tables (Gammu SMSD manual, "SMSD Database Structure"). Messages in several parts come as one row or as one a part; both are put
 * together here.
 */
@Component
class Gammu implements Polled {

    private static final Carrier.Pace PACE = new Carrier.Pace(20, Duration.ofHours(1));
    private static final int LONGEST = 6 * 153;
    private static final String CREATOR = "Tindak ";
    private static final String NOTED = "dibaca:";
    /** Gammu itself waits so long for the other parts. */
    private static final Duration PARTS_WAIT = Duration.ofMinutes(10);

    private final GammuStore store;
    private final Agencies agencies;
    private final Clock clock;

    Gammu(GammuStore store, Agencies agencies, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.GAMMU;
    }

    /** It never knocks. */
    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return false;
    }

    @Override
    public void poll(ChannelAccount a, Consumer<List<Call>> keep) {
        try (Connection gammu = open(a)) {
            List<GammuStore.Received> rows = store.received(gammu);
            List<Long> done = new ArrayList<>();
            List<Call> calls = new ArrayList<>();
            whole(rows, a).forEach((call, ids) -> {
                calls.add(call);
                done.addAll(ids);
            });
            List<GammuStore.Fate> fates = store.fates(gammu, CREATOR);
            fates.forEach(f -> calls.add(new Call(
                    Map.of("laporan", f.status(), "id", f.creator().substring(CREATOR.length())),
                    Map.of(),
                    new byte[0])));
            if (!calls.isEmpty()) keep.accept(calls);
            if (!done.isEmpty()) store.processed(gammu, done);
            if (!fates.isEmpty())
                store.noted(gammu, fates.stream().map(GammuStore.Fate::creator).toList(), NOTED);
        } catch (SQLException e) {
            throw new Unreached(String.valueOf(e.getMessage()), e);
        }
    }

    /** Each whole message with the rows that make it up; parts whose others have not come yet wait. */
    private Map<Call, List<Long>> whole(List<GammuStore.Received> rows, ChannelAccount a) {
        Map<String, List<GammuStore.Received>> groups = new LinkedHashMap<>();
        for (GammuStore.Received r : rows) {
            Part part = Part.of(r.udh());
            groups.computeIfAbsent(
                            part == null ? "#" + r.id() : r.sender() + " " + part.reference() + "/" + part.parts(),
                            k -> new ArrayList<>())
                    .add(r);
        }
        Map<Call, List<Long>> all = new LinkedHashMap<>();
        for (List<GammuStore.Received> group : groups.values()) {
            GammuStore.Received first = group.getFirst();
            Instant at = first.at()
                    .toLocalDateTime()
                    .atZone(agencies.byId(a.agencyId()).zone())
                    .toInstant();
            if (!complete(group) && clock.instant().isBefore(at.plus(PARTS_WAIT))) continue;
            String text = group.stream()
                    .sorted(Comparator.comparingInt(r -> Part.number(r.udh())))
                    .map(GammuStore.Received::text)
                    .reduce("", String::concat);
            Map<String, String> query = Map.of(
                    "from", first.sender(), "ts", Long.toString(at.getEpochSecond()), "id", "gammu-" + first.id());
            all.put(
                    new Call(query, Map.of(), text.getBytes(StandardCharsets.UTF_8)),
                    group.stream().map(GammuStore.Received::id).toList());
        }
        return all;
    }

    private static boolean complete(List<GammuStore.Received> group) {
        Part part = Part.of(group.getFirst().udh());
        return part == null || group.size() >= part.parts();
    }

    /**
     * Which part of which message this is (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
     *
     * @param reference that all parts of one message share, one byte or two
     * @param number from 1
     */
    record Part(String reference, int parts, int number) {

        private static final int SHORT = 0;
        private static final int LONG = 8;

        /** Null for a message of its own. */
        static @Nullable Part of(String header) {
            if (!header.matches("(?:[0-9A-Fa-f]{2}){2,}")) return null;
            byte[] all = HexFormat.of().parseHex(header);
            for (int i = 1; i + 1 < all.length; i += 2 + all[i + 1]) {
                int length = all[i + 1];
                boolean wide = all[i] == LONG && length == 4;
                if (length < 0 || i + 2 + length > all.length) return null;
                if (all[i] != SHORT && !wide || length < 3) continue;
                int numbers = i + 2 + (wide ? 2 : 1);
                return new Part(
                        HexFormat.of().formatHex(all, i + 2, numbers), all[numbers] & 0xff, all[numbers + 1] & 0xff);
            }
            return null;
        }

        static int number(String header) {
            Part part = of(header);
            return part == null ? 1 : part.number();
        }
    }

    @Override
    public List<Arrival> read(ChannelAccount account, Call call) {
        String status = call.query("laporan");
        if (!status.isEmpty()) {
            boolean delivered = status.equals("DeliveryOK");
            return List.of(new Arrival.Report(
                    call.query("id"),
                    delivered ? Arrival.State.DELIVERED : Arrival.State.FAILED,
                    clock.instant(),
                    delivered ? "" : "Gammu " + status));
        }
        Phones.Number number = Phones.read(call.query("from"));
        return List.of(new Arrival.Said(
                call.query("id"),
                number.address(),
                "",
                number.international(),
                Instant.ofEpochSecond(Long.parseLong(call.query("ts"))),
                new String(call.body(), StandardCharsets.UTF_8),
                List.of(),
                !number.answerable()));
    }

    @Override
    public Capabilities capabilities(ChannelAccount account) {
        return new Capabilities(LONGEST, PACE);
    }

    /** A second attempt finds what the first one wrote; after a failure it is written anew. */
    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        String creator = CREATOR + reference;
        try (Connection gammu = open(a)) {
            if (!store.sent(gammu, creator, NOTED + creator)) {
                String phone = a.setting("gammu_ponsel");
                store.send(gammu, to, SmsText.of(text), creator, phone.isEmpty() ? null : phone, (int)
                        (Long.parseLong(reference) & 0xff));
            }
            return new Delivered.Sent(reference);
        } catch (SQLException e) {
            return new Delivered.NoServer(String.valueOf(e.getMessage()));
        }
    }

    private Connection open(ChannelAccount a) throws SQLException {
        return store.open(a.setting("gammu_url"), a.setting("gammu_pengguna"), a.setting("gammu_sandi"));
    }
}
