package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.StatementCount;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Queue;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twelve queues of ten thousand on one desk, and as much again at other offices: it still reads a page, not the heap. */
@Tag("lengkap")
@JourneyTest
@Import(Office.class)
class CrowdedDeskTest {

    private static final int QUEUES = 12;
    private static final int DEEP = 10_000;
    private static final int REQUESTS = 5;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    Office office;

    @Autowired
    JdbcClient db;

    @Test
    void twelveQueuesOfTenThousandCostAPageOfEach() throws InterruptedException {
        clock.setWib("2026-11-23T09:00");
        DemoWorld.Founded w = office.open();
        office.file(w, "Contoh", "Contoh.");
        List<String> own = hold(w, "bagus");
        for (String queue : own) seed(w, queue);
        seed(w, "r:admin-opd:" + w.units().get("DISHUB"));
        seed(w, "r:kepala:" + w.units().get("DISHUB"));
        clock.setWib("2026-11-24T09:00");
        Http bagus = world.signedIn(w, "bagus");
        bagus.get("/meja");

        List<String> statements =
                StatementCount.during(
                                () -> assertThat(bagus.get("/meja").status).isEqualTo(200))
                        .stream()
                        .filter(s -> !s.toLowerCase(java.util.Locale.ROOT).contains("session"))
                        .toList();
        assertThat(statements).hasSizeLessThanOrEqualTo(2);

        long before = read();
        Document desk = bagus.get("/meja").page();
        for (int i = 1; i < REQUESTS; i++) bagus.get("/meja");
        long each = (read() - before) / REQUESTS;
        assertThat(each)
                .as("rows of assignment read per request, of %d open", (QUEUES + 2) * DEEP)
                .isLessThan(10_000);

        assertThat(desk.select(".rel a").eachText())
                .contains("Perlu tindakan saya 99+", "Terlambat 99+", "Terlambat di OPD 99+");
        List<String> titles = new ArrayList<>(
                desk.select("form[data-meja] .antre").first().select(".hal a").eachText());
        assertThat(titles).hasSize(50);
        Document next = bagus.get(desk.select("a[rel=next]").attr("abs:href")).page();
        assertThat(next.select(".centang input").eachAttr("value"))
                .hasSize(50)
                .doesNotContainAnyElementsOf(desk.select(".centang input").eachAttr("value"));
        assertThat(bagus.get("/meja?kecamatan=Kroya").status).isEqualTo(200);
    }

    /** Gives the officer twelve queues; one is the desk of the whole agency already. */
    private List<String> hold(DemoWorld.Founded w, String officer) {
        List<String> queues = new ArrayList<>(List.of("r:admin-utama"));
        for (String unit : List.of("DPUPR", "PERKIM", "DLH", "DISDIK"))
            for (String role : List.of("admin-opd", "penghubung", "kepala")) {
                if (queues.size() == QUEUES) break;
                Long id = w.units().get(unit);
                people.appoint(
                        w.agency().id(),
                        new RoleHolder(
                                1_000 + queues.size(),
                                role,
                                id,
                                Office.id(w, officer),
                                RoleHolder.Kind.DEFINITIF,
                                people.today(w.agency().id()).minusDays(1),
                                null),
                        null);
                queues.add(Queue.role(role, id));
            }
        return queues;
    }

    private void seed(DemoWorld.Founded w, String queue) {
        String[] parts = queue.split(":");
        long start = seeded;
        seeded += DEEP;
        db.sql("""
                with n as (select generate_series(:start + 1, :start + :deep) as id),
                c as (insert into complaint (agency_id, id, public_number, submission_key, kind, channel, title, privacy, received_at, district)
                    select :agency, id, 'UJI-' || :agency || '-' || id, 'uji-' || id, 'pengaduan', 'web', 'Aduan ' || id, 'TERBUKA', :now, 'Maos'
                    from n returning id),
                h as (insert into handling (agency_id, id, complaint_id, sop_id, round, started_at)
                    select :agency, c.id, c.id, (select max(id) from sop_version where agency_id = :agency), 1, :now from c returning id)
                insert into assignment (agency_id, id, complaint_id, handling_id, step, role, unit_id, queue, opened_at, deadline, standard,
                    calendar_version)
                select :agency, h.id, h.id, h.id, '3', :role, :unit, :queue, :now, :now::timestamptz + h.id % 100 * interval '1 minute', '15 menit', 1 from h
                """)
                .param("start", start)
                .param("deep", DEEP)
                .param("agency", w.agency().id())
                .param("now", Timestamp.from(clock.instant()))
                .param("role", parts[1])
                .param("unit", parts.length > 2 ? Long.valueOf(parts[2]) : null, java.sql.Types.BIGINT)
                .param("queue", queue)
                .update();
    }

    private long seeded = 1_000_000;

    /** Rows of assignment that the database has read so far, by whatever way. */
    private long read() throws InterruptedException {
        Thread.sleep(1500); // each connection reports what it has read after at most a second
        return db.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'assignment'")
                .query(Long.class)
                .single();
    }
}
