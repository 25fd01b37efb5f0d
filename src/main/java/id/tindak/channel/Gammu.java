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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
    private static final int LAST_OF_HEADER = 4;
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
            boolean part = r.udh().length() >= 12 && r.udh().startsWith("0500");
            groups.computeIfAbsent(
                            part
                                    ? r.sender() + " "
                                            + r.udh().substring(0, r.udh().length() - 2)
                                    : "#" + r.id(),
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
                    .sorted(java.util.Comparator.comparing(GammuStore.Received::udh))
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
        String udh = group.getFirst().udh();
        if (udh.length() < 12) return true;
        int parts = Integer.parseInt(udh.substring(udh.length() - LAST_OF_HEADER, udh.length() - 2), 16);
        return group.size() >= parts;
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

    /** A second attempt finds what the first one wrote. */
    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        String creator = CREATOR + reference;
        try (Connection gammu = open(a)) {
            if (!store.sent(gammu, creator) && !store.sent(gammu, NOTED + creator)) {
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
