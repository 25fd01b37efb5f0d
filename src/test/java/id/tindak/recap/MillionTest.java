package id.tindak.recap;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.base.database.TestServer;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.handling.Period;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recap of an agency with a million complaints: opening it reads the stored sheet, however long working it out took. Says how long, and how big. */
@Tag("lengkap")
@JourneyTest
@Import(Office.class)
class MillionTest {

    private static final int MANY = Integer.getInteger("tindak.banyak", 1_000_000);
    private static final int OPENED = 20;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Recaps recaps;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    @Test
    void aRecapOverAMillionComplaintsOpensWithinASecond() {
        clock.setWib("2024-12-01T08:00");
        DemoWorld.Founded w = office.open();
        seed(w);
        clock.setWib("2026-12-01T08:00");
        Http ratna = world.signedIn(w, "ratna");
        long begun = System.nanoTime();
        int agency = w.agency().id();
        List<String> said = new ArrayList<>();
        for (String period : List.of("2026-11", "2026-T3", "2025")) {
            Recaps.Doing asked = recaps.ask(agency, Period.parse(period).orElseThrow(), Office.id(w, "ratna"));
            assertThat(asked).isInstanceOf(Recaps.Doing.Done.class);
            long start = System.nanoTime();
            List<String> statements = StatementCount.during(recaps::work);
            Recap done =
                    recaps.newest(agency, Period.parse(period).orElseThrow()).orElseThrow();
            assertThat(done.figures().ledger().balanced()).isTrue();
            assertThat(statements.stream()
                            .filter(s -> s.contains("with run as"))
                            .count())
                    .as("set-based statements")
                    .isLessThanOrEqualTo(6);
            said.add("%s: %,d received, worked out in %.1f s, sheet %,d bytes"
                    .formatted(
                            period,
                            done.figures().ledger().received(),
                            seconds(start),
                            done.content().length()));
        }
        long start = System.nanoTime();
        Http.Shown draft = ratna.get("/rekap/2026-11");
        draft.submit(
                "form:has([value=bekukan])",
                "aksi",
                "bekukan",
                "mengetahui",
                draft.page().select("#mengetahui option").last().attr("value"));
        recaps.work();
        said.add("frozen with its files in %.1f s".formatted(seconds(start)));
        for (Recap.Kept f : recaps.files(
                recaps.newest(agency, Period.parse("2026-11").orElseThrow()).orElseThrow()))
            said.add("  %s %,d bytes".formatted(f.name(), f.size()));
        for (String path :
                List.of("/rekap", "/rekap/2026-11", "/rekap/2026-T3", "/rekap/2025", "/rekap/2026-11/daftar")) {
            long[] took = new long[OPENED];
            List<String> statements = List.of();
            int size = 0;
            for (int i = 0; i < OPENED; i++) {
                long at = System.nanoTime();
                Http.Shown page = ratna.get(path);
                took[i] = Duration.ofNanos(System.nanoTime() - at).toMillis();
                assertThat(page.status).isEqualTo(200);
                size = page.body.length();
            }
            statements = StatementCount.during(() -> ratna.get(path));
            Arrays.sort(took);
            said.add("%s: median %d ms, slowest %d ms, %d statements, %,d bytes"
                    .formatted(path, took[OPENED / 2], took[OPENED - 1], statements.size(), size));
            assertThat(took[OPENED / 2]).as(path).isLessThan(1000);
        }
        said.forEach(System.out::println);
        System.out.printf("all in %.0f s%n", seconds(begun));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Two years of complaints, each answered after four steps within hours, the newest hundredth still open at its third. */
    private void seed(DemoWorld.Founded w) {
        Instant first = Instant.parse("2024-12-01T00:00:00Z");
        long gap =
                Duration.between(first, Instant.parse("2026-11-30T10:00:00Z")).toSeconds() * 1000 / MANY;
        List<Long> units = List.copyOf(w.units().values());
        String filed = """
                with filed as materialized (
                    select n as i, (EPOCH + n * GAP) << 20 as id, 'FIRST'::timestamptz + n * GAP * interval '1 millisecond' as at,
                        ('{UNITS}'::bigint[])[(1 + n % COUNT)::int] as unit, n > MANY * 0.99 as open,
                        (array['jalan', 'pju', 'sampah', 'air', null])[(1 + n % 5)::int] as category,
                        (array['web', 'whatsapp', 'sms', 'langsung'])[(1 + n % 4)::int] as channel,
                        (array['Kroya', 'Maos', 'Cilacap Tengah'])[(1 + n % 3)::int] as district
                    from generate_series(1::bigint, MANY) n)
                """.replace(
                        "EPOCH",
                        Long.toString(Duration.between(Instant.parse("2020-01-01T00:00:00Z"), first)
                                .toMillis()))
                .replace("GAP", Long.toString(gap))
                .replace("FIRST", first.toString())
                .replace("UNITS", units.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .replace("COUNT", Integer.toString(units.size()))
                .replace("MANY", Integer.toString(MANY));
        String agency = Integer.toString(w.agency().id());
        for (String insert : List.of("""
                insert into complaint (agency_id, id, public_number, submission_key, kind, channel, title, category, district, privacy, received_at,
                    closed_at, outcome)
                select :agency, id, 'UJI-' || i, 'uji-' || i, 'pengaduan', channel, 'Aduan nomor ' || i || ' tentang lampu jalan yang padam', category,
                    district, case when i % 50 = 0 then 'RAHASIA' else 'TERBUKA' end, at, case when not open then at + interval '15 days' end,
                    case when not open then 'SELESAI' end from filed
                """, """
                insert into reporter (agency_id, complaint_id, kind, name, phone, salt)
                select :agency, id, 'perseorangan', 'Warga ' || i, '0812' || lpad(i::text, 8, '0'), '\\x00' from filed
                """, """
                insert into message (agency_id, id, complaint_id, at, author, officer_id, audience, kind, body, salt)
                select :agency, id + 50, id, at + interval '5 hours', 'OFFICER', null, 'REPORTER', 'ANSWER',
                    'Warga ' || i || ', lampunya sudah kami ganti pada hari itu juga. Terima kasih.', '\\x00' from filed where not open
                """, """
                insert into handling (agency_id, id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome)
                select :agency, id + 1, id, (select max(id) from sop_version where agency_id = :agency), 1, unit, at,
                    case when not open then at + interval '5 hours' end, case when not open then 'SELESAI' end from filed
                """, """
                insert into assignment (agency_id, id, complaint_id, handling_id, step, role, unit_id, queue, opened_at, deadline, standard,
                    calendar_version, done_at, outcome, remaining_seconds)
                select :agency, id + 1 + s, id, id + 1, (s + 1)::text, case when s = 1 then 'admin-utama' else 'admin-opd' end,
                    case when s > 1 then unit end, 'r:admin-utama', at + s * interval '40 minutes', at + s * interval '40 minutes' + interval '15 minutes',
                    '15 menit', 1, case when not open or s < 3 then at + (s + 1) * interval '40 minutes' end,
                    case when not open or s < 3 then '0' end, case when not open or s < 3 then 900 - (i * s) % 1200 end
                from filed cross join generate_series(1, 4) s where not open or s <= 3
                """, """
                insert into clock (agency_id, complaint_id, round, kind, standard, pauses, started_at, deadline, remaining_seconds, stopped_at,
                    calendar_version)
                select :agency, id, 1, k, case k when 'JANJI' then '2 jam 15 menit' else '14 hari kerja' end, true, at, at + interval '4 hours',
                    case when not open then 8100 - i % 9000 end, case when not open then at + interval '5 hours' end, 1
                from filed cross join unnest(array['JANJI', 'SP4N-JAWAB']) k
                """))
            sql.sql(filed + insert.replace(":agency", agency)).update();
        String url = Objects.requireNonNull(program.getEnvironment().getProperty("tindak.database.owner-url"));
        JdbcClient.create(
                        TestServer.owner(url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "")))
                .sql("vacuum analyze complaint, handling, assignment, clock, message, reporter")
                .update();
    }
}
