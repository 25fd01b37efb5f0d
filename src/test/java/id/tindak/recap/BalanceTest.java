package id.tindak.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import id.tindak.base.TestDatabase;
import id.tindak.recap.FigureStore.Balance;
import id.tindak.recap.FigureStore.Part;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever became of an agency's cases: what was there and came is what left and is left over, in every line, and one period begins with what the one before left over. */
class BalanceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 24 * 90;
    private static final List<String> ENDS =
            List.of("SELESAI", "SELESAI", "DITOLAK", "PINDAH", "DITARIK", "DIANGGAP_DITARIK", "DIGABUNG");
    private static final String OVER = "PINDAH";

    private static TestDatabase database;
    private static JdbcClient sql;
    private static FigureStore store;
    private static int agencies = 10;

    @BeforeAll
    static void fresh() {
        database = TestDatabase.fresh();
        sql = database.sql();
        store = new FigureStore(sql);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** One run of a case. {@code over}: from another unit, in the moment in which the run before ended. */
    private record Run(
            int round,
            Instant from,
            @Nullable Instant to,
            @Nullable String outcome,
            boolean over,
            @Nullable Long unit) {}

    private record History(String channel, @Nullable String category, List<Run> runs) {

        /** Whether it is unfinished just before that moment. */
        boolean unfinished(Instant at) {
            return runs.stream().anyMatch(r -> r.from().isBefore(at) && (r.to() == null || !r.to().isBefore(at)));
        }
    }

    @Test
    void whatWasThereAndCameIsWhatLeftAndIsLeftOver() {
        qt().withExamples(60).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            List<History> all = new ArrayList<>();
            for (int i = 0, n = random.nextInt(40); i < n; i++) all.add(history(random));
            int agency = agency(all);
            List<Instant> cuts = List.of(moment(random), moment(random), moment(random)).stream()
                    .sorted()
                    .toList();
            Instant from = cuts.get(0);
            Instant middle = cuts.get(1).plus(Duration.ofHours(1));
            Instant until = cuts.get(2).plus(Duration.ofHours(2));
            List<Balance> first = balances(agency, from, middle);
            List<Balance> second = balances(agency, middle, until);
            List<Balance> both = balances(agency, from, until);
            for (List<Balance> period : List.of(first, second, both))
                assertThat(period)
                        .allSatisfy(b -> assertThat(b.ledger().balanced())
                                .as(b.toString())
                                .isTrue());
            Ledger whole = whole(both);
            assertThat(whole.opening()).isEqualTo(unfinished(all, from));
            assertThat(whole(first).closing())
                    .isEqualTo(whole(second).opening())
                    .isEqualTo(unfinished(all, middle));
            assertThat(whole.closing()).isEqualTo(unfinished(all, until));
            for (ToLongFunction<Ledger> entry : List.<ToLongFunction<Ledger>>of(
                    Ledger::received,
                    Ledger::reopened,
                    Ledger::answered,
                    Ledger::refused,
                    Ledger::passedOn,
                    Ledger::withdrawn,
                    Ledger::expired,
                    Ledger::joined))
                assertThat(entry.applyAsLong(whole))
                        .isEqualTo(entry.applyAsLong(whole(first)) + entry.applyAsLong(whole(second)));
            assertThat(whole.other()).isZero();
            assertThat(whole.received())
                    .isEqualTo(all.stream()
                            .filter(h -> within(h.runs().getFirst().from(), from, until))
                            .count());
            for (Part part : Part.values()) {
                assertThat(sum(both, part, Ledger::opening)).isEqualTo(whole.opening());
                assertThat(sum(both, part, Ledger::received)).isEqualTo(whole.received());
                assertThat(sum(both, part, Ledger::out) - sum(both, part, Ledger::wentOver))
                        .isEqualTo(whole.out());
                assertThat(sum(both, part, Ledger::closing)).isEqualTo(whole.closing());
            }
            assertThat(sum(both, Part.UNIT, Ledger::cameOver))
                    .as("what leaves one unit comes to another")
                    .isEqualTo(sum(both, Part.UNIT, Ledger::wentOver));
        });
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static long unfinished(List<History> all, Instant at) {
        return all.stream().filter(h -> h.unfinished(at)).count();
    }

    private static Ledger whole(List<Balance> balances) {
        return balances.stream()
                .filter(b -> b.part() == Part.ALL)
                .findFirst()
                .orElseThrow()
                .ledger();
    }

    private static long sum(List<Balance> balances, Part part, ToLongFunction<Ledger> entry) {
        return balances.stream()
                .filter(b -> b.part() == part)
                .map(Balance::ledger)
                .mapToLong(entry)
                .sum();
    }

    /** Hours coarse enough that ends and cuts often fall together. */
    private static Instant moment(Random random) {
        return START.plus(Duration.ofHours(random.nextInt(HOURS / 24) * 24L));
    }

    private static History history(Random random) {
        List<Run> runs = new ArrayList<>();
        Instant at = moment(random);
        boolean over = false;
        for (int round = 1; round < 6; round++) {
            Long unit = random.nextInt(4) == 0 ? null : (long) random.nextInt(3) + 1;
            if (random.nextInt(4) == 0) {
                runs.add(new Run(round, at, null, null, over, unit));
                break;
            }
            Instant end = at.plus(Duration.ofHours(random.nextInt(10) * 12L));
            String outcome = ENDS.get(random.nextInt(ENDS.size()));
            runs.add(new Run(round, at, end, outcome, over, unit));
            over = outcome.equals(OVER) && random.nextBoolean();
            if (!over && random.nextInt(3) > 0) break;
            at = over ? end : end.plus(Duration.ofHours(1 + random.nextInt(10) * 12L));
        }
        return new History(random.nextBoolean() ? "web" : "sms", random.nextInt(3) == 0 ? null : "jalan", runs);
    }

    private static int agency(List<History> all) {
        int agency = ++agencies;
        sql.sql("""
                insert into agency (id, slug, name, government, number_prefix, zone, base_url)
                values (?, 'neraca' || ?, 'Uji', 'Uji', 'UJI', 'Asia/Jakarta', 'http://localhost')
                """).params(agency, agency).update();
        sql.sql("""
                insert into sop_version (agency_id, id, code, version, yaml, sha256, uploaded_at) values (?, 1, 'uji', 1, '', '', now())
                """).param(agency).update();
        for (long unit = 1; unit <= 3; unit++)
            sql.sql("""
                    insert into unit (agency_id, id, code, name, short_name, valid_from) values (?, ?, ?, 'Uji', 'Uji', '2020-01-01')
                    """).params(agency, unit, "U" + unit).update();
        long id = 0;
        for (History h : all) {
            long complaint = ++id;
            sql.sql("""
                    insert into complaint (agency_id, id, public_number, submission_key, kind, channel, title, category, privacy, received_at)
                    values (:agency, :id, 'UJI-' || :agency || '-' || :id, 'k' || :id, 'pengaduan', :channel, 'Uji', :category, 'TERBUKA', :at)
                    """)
                    .param("agency", agency)
                    .param("id", complaint)
                    .param("channel", h.channel())
                    .param("category", h.category())
                    .param("at", Timestamp.from(h.runs().getFirst().from()))
                    .update();
            for (Run r : h.runs())
                sql.sql("""
                        insert into handling (agency_id, id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome)
                        values (:agency, :id, :complaint, 1, :round, :unit, :from, :to, :outcome)
                        """)
                        .param("agency", agency)
                        .param("id", complaint * 10 + r.round())
                        .param("complaint", complaint)
                        .param("round", r.round())
                        .param("unit", r.unit())
                        .param("from", Timestamp.from(r.from()))
                        .param("to", r.to() == null ? null : Timestamp.from(r.to()))
                        .param("outcome", r.outcome())
                        .update();
        }
        return agency;
    }

    private static List<Balance> balances(int agency, Instant from, Instant until) {
        return store.balances(new FigureStore.Span(
                agency,
                from,
                until,
                LocalDate.ofInstant(until, ZoneOffset.UTC),
                "Asia/Jakarta",
                List.of(),
                List.of(),
                List.of(0L),
                List.of(0L),
                List.of(0L),
                List.of()));
    }
}
