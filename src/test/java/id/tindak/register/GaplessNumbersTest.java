package id.tindak.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.calendar.CalendarFile;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers run without gaps and without doubles per agency, book and local year, whatever happens while they are taken. */
@JourneyTest
@Import(BookWorld.class)
class GaplessNumbersTest {

    private static final int WITA_AGENCY = 9_101;

    @Autowired
    BookWorld world;

    @Autowired
    Numbers numbers;

    @Autowired
    Entries entries;

    @Autowired
    Closings closings;

    @Autowired
    Books books;

    @Autowired
    Agencies agencies;

    @Autowired
    Calendars calendars;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = world.open();
    }

    private List<Integer> given(String book) {
        return sql.sql("select number from book_entry where agency_id = ? and book = ? and year = 2026 order by number")
                .params(w.agency().id(), book)
                .query(Integer.class)
                .list();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void twoClerksAtOnceTakeTwoHundredNumbersWithoutAGapOrADouble() throws Exception {
        List<Callable<List<Integer>>> clerks = new ArrayList<>();
        for (int clerk = 0; clerk < 2; clerk++)
            clerks.add(() -> IntStream.range(0, 100)
                    .mapToObj(
                            i -> world.letter(w, "Surat " + i, clock.instant()).number())
                    .toList());
        List<Integer> all = new ArrayList<>();
        try (ExecutorService desk = Executors.newFixedThreadPool(2)) {
            for (Future<List<Integer>> clerk : desk.invokeAll(clerks)) all.addAll(clerk.get());
        }
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
        assertThat(given("buku-agenda")).isEqualTo(upTo(200));
    }

    @Test
    void whatIsRolledBackWasNeverGiven() {
        world.letter(w, "Pertama", clock.instant());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(number("Dibatalkan di tengah jalan")).isEqualTo(2);
                    throw new IllegalStateException("listrik padam");
                }))
                .hasMessage("listrik padam");
        assertThat(world.letter(w, "Kedua", clock.instant()).number()).isEqualTo(2);
        assertThat(given("buku-agenda")).isEqualTo(upTo(2));
    }

    @Test
    void aConnectionKilledInTheMiddleLeavesNoGap() {
        world.letter(w, "Pertama", clock.instant());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    number("Terputus");
                    int backend = sql.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    kill(backend);
                    sql.sql("select 1").query(Integer.class).single();
                }))
                .isInstanceOf(Exception.class);
        assertThat(world.letter(w, "Kedua", clock.instant()).number()).isEqualTo(2);
        assertThat(given("buku-agenda")).isEqualTo(upTo(2));
    }

    private void kill(int backend) {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + backend + ", 5000)");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoLosesADeadlockTriesAgainAndTheCallersWorkIsKept() throws Exception {
        world.letter(w, "Pertama", clock.instant());
        entries.enter(
                world.me(w, "ratna"),
                world.book(w, "surat-keluar"),
                BookWorld.typed("Surat", clock.instant(), null),
                "");
        int number = 2;
        while (!losesADeadlock(number)) { // the server chooses whom it ends: on a slow day it is the other one
            assertThat(number++).as("it always was the other one").isLessThan(8);
        }
        assertThat(given("buku-agenda")).isEqualTo(upTo(number));
        assertThat(given("surat-keluar")).isEqualTo(upTo(number));
        assertThat(sql.sql("select value from agency_setting where agency_id = ? and name = 'uji'")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .isEqualTo("sebelum nomor");
    }

    /** Two take two books in opposite order; the numbers are given in any case. False when the server ended the other one. */
    private boolean losesADeadlock(int number) throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> rivalLost = other.submit(() -> {
                try (Connection c = database.getConnection();
                        Statement s = c.createStatement()) {
                    c.setAutoCommit(false);
                    s.execute(lock("surat-keluar"));
                    holds.countDown();
                    waitUntilSomebodyWaits();
                    s.execute(lock("buku-agenda"));
                    c.commit();
                    return false;
                } catch (SQLException deadlock) {
                    assertThat(deadlock.getSQLState()).isEqualTo("40P01");
                    return true;
                }
            });
            assertThat(holds.await(10, TimeUnit.SECONDS)).isTrue();
            List<Numbers.Given> given = transaction.execute(status -> {
                sql.sql("""
                        insert into agency_setting (agency_id, name, value) values (?, 'uji', 'sebelum nomor')
                        on conflict (agency_id, name) do nothing
                        """).param(w.agency().id()).update();
                NewEntry e = BookWorld.typed("Dua buku", clock.instant(), null);
                return numbers.enter(
                        w.agency().id(),
                        List.of(
                                new Numbers.Wanted(world.book(w, "buku-agenda"), e),
                                new Numbers.Wanted(world.book(w, "surat-keluar"), e)),
                        clock.instant(),
                        null);
            });
            assertThat(given).extracting(g -> g.number().number()).containsExactly(number, number);
            return !rivalLost.get(20, TimeUnit.SECONDS);
        }
    }

    private String lock(String book) {
        return "select last from book_counter where agency_id = " + w.agency().id() + " and book = '" + book
                + "' and year = 2026 for update";
    }

    /** The other side has the first counter and waits for the second: then the deadlock is its to lose, since its patience began earlier. */
    private void waitUntilSomebodyWaits() throws Exception {
        for (int i = 0; i < 500; i++) {
            int waiting = sql.sql("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock' and query like '%book_counter%'
                    """).query(Integer.class).single();
            if (waiting > 0) return;
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("nobody waits");
    }

    @Test
    void theYearEndsAtTheAgencysOwnMidnight() {
        agencies.found(
                new Agency(
                        WITA_AGENCY,
                        "wita" + WITA_AGENCY,
                        "Sekretariat DPRD",
                        "Pemerintah Kabupaten Contoh",
                        "KTK",
                        ZoneId.of("Asia/Makassar"),
                        null,
                        "http://localhost/wita",
                        1,
                        false),
                null);
        calendars.change(WITA_AGENCY, CalendarFile.bundled("lima-hari"), "awal", null);
        assertThat(at(Instant.parse("2026-12-31T15:59:59Z"))).isEqualTo("CS-001/2026");
        assertThat(at(Instant.parse("2026-12-31T16:00:00Z")))
                .as("midnight in WITA, an hour before Jakarta's")
                .isEqualTo("CS-001/2027");
        assertThat(at(Instant.parse("2026-12-31T16:00:01Z"))).isEqualTo("CS-002/2027");
    }

    private String at(Instant now) {
        Book book = books.find(WITA_AGENCY, "catatan-solusi").orElseThrow();
        NewEntry e = new NewEntry(null, now, null, null, null, Map.of(Field.PERIHAL, "Uji"));
        return transaction
                .execute(status -> numbers.enter(WITA_AGENCY, List.of(new Numbers.Wanted(book, e)), now, null))
                .getFirst()
                .number()
                .printed();
    }

    @Test
    void whatComesLateBelongsToItsYearUntilThatYearIsClosed() {
        clock.setWib("2027-01-05T10:00");
        Instant december = Instant.parse("2026-12-29T03:00:00Z");
        assertThat(world.letter(w, "Diterima Desember", december))
                .extracting(Written.Done::year, Written.Done::number)
                .containsExactly(2026, 1);
        Written closed = closings.close(
                world.me(w, "ratna"), world.shelf(w, "buku-agenda", 2026), LocalDate.of(2027, 1, 5), "A", "B");
        assertThat(closed).isEqualTo(new Written.Done(2026, 1, ""));
        Written.Done late = world.letter(w, "Juga dari Desember", december);
        assertThat(late).extracting(Written.Done::year, Written.Done::number).containsExactly(2027, 1);
        assertThat(given("buku-agenda")).as("nothing is added to a closed year").isEqualTo(upTo(1));
        assertThat(world.letter(w, "Tahun yang sudah lama lewat", Instant.parse("2019-03-01T03:00:00Z"))
                        .year())
                .as("no book of long ago is opened")
                .isEqualTo(2027);
    }

    @Test
    void aStepGoesOnWhenTheBookOfTheRunningYearIsClosedAlready() {
        clock.setWib("2026-12-31T15:00");
        closings.close(world.me(w, "ratna"), world.shelf(w, "buku-agenda", 2026), LocalDate.of(2026, 12, 31), "A", "B");
        Complaint c = world.file(w, "Lampu padam malam tahun baru", Privacy.TERBUKA);
        world.decide(w, c, "ratna", 0, "PERKIM", "");
        assertThat(world.lines(w, "ratna", "buku-agenda", 2027))
                .singleElement()
                .satisfies(l -> assertThat(l.entry().complaintId()).isEqualTo(c.id()));
    }

    @Test
    void theSameFormSentTwiceIsOneEntry() {
        NewEntry typed = BookWorld.typed("Dikirim dua kali", clock.instant(), "b3b2a1f0-0000-4000-8000-000000000001");
        Written first = entries.enter(world.me(w, "ratna"), world.book(w, "buku-agenda"), typed, "");
        Written second = entries.enter(world.me(w, "ratna"), world.book(w, "buku-agenda"), typed, "");
        assertThat(second).isEqualTo(first);
        assertThat(world.letter(w, "Berikutnya", clock.instant()).number()).isEqualTo(2);
    }

    @Test
    void everyAgencyCountsForItself() {
        DemoWorld.Founded other = world.open();
        assertThat(world.letter(w, "Satu", clock.instant()).number()).isEqualTo(1);
        assertThat(world.letter(other, "Satu", clock.instant()).number()).isEqualTo(1);
        assertThat(world.letter(w, "Dua", clock.instant()).number()).isEqualTo(2);
        assertThat(world.lines(other, "ratna", "buku-agenda", 2026)).hasSize(1);
    }

    @Test
    void theProgramCannotTakeAnEntryOutOrGiveItAnotherNumber() {
        world.letter(w, "Tetap", clock.instant());
        String where = " where agency_id = " + w.agency().id();
        for (String forbidden : List.of(
                "delete from book_entry" + where,
                "delete from book_counter" + where,
                "delete from book_correction" + where,
                "delete from book_closing" + where,
                "truncate book_entry cascade",
                "update book_entry set number = 7" + where,
                "update book_entry set printed = '7'" + where,
                "update book_closing set last = 7" + where,
                "update book_correction set officer_id = 7" + where))
            assertThatThrownBy(() -> sql.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        assertThat(sql.sql("update book_field set value = ''" + where).update())
                .as("what is personal can be erased")
                .isPositive();
    }

    private int number(String subject) {
        NewEntry e = BookWorld.typed(subject, clock.instant(), null);
        return numbers.enter(
                        w.agency().id(),
                        List.of(new Numbers.Wanted(world.book(w, "buku-agenda"), e)),
                        clock.instant(),
                        null)
                .getFirst()
                .number()
                .number();
    }
}
