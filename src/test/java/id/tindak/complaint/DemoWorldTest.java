package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Keys;
import id.tindak.message.Conversations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The world of {@code bin/demo}: five agencies with cases in every state and age, made through the engine, so that what it recorded is whole. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "tindak.demo=true")
class DemoWorldTest {

    @Autowired
    Agencies agencies;

    @Autowired
    ChainStore chains;

    @Autowired
    AgencyEvents events;

    @Autowired
    Conversations conversations;

    @Autowired
    Keys keys;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Test
    void casesOfEveryStateAndAgeWhoseChainsAreWhole(@TempDir Path data) {
        assertThat(agencies.all()).hasSize(5);
        Witness witness = new Witness(chains, agencies, events, keys, data, clock);
        witness.seal();
        Verification.Report report = new Verification(chains, agencies, events, conversations, witness, keys).run();
        assertThat(report.faults()).isEmpty();
        assertThat(report.complaints()).isGreaterThan(45);

        assertThat(many("closed_at is not null")).as("closed by time").isPositive();
        assertThat(many("outcome = 'SELESAI' and closed_at is null"))
                .as("answered, may still react")
                .isPositive();
        assertThat(many("round > 1")).as("reopened").isPositive();
        assertThat(many("returns > 0")).as("returned by a colleague").isPositive();
        assertThat(many("privacy = 'RAHASIA'")).as("confidential").isPositive();
        assertThat(open("queue = 'reporter'")).as("waits for its reporter").isPositive();
        assertThat(open("deadline < timestamptz '2026-11-23 07:35+07'"))
                .as("late")
                .isPositive();
        assertThat(open("deadline > timestamptz '2026-11-23 07:35+07'"))
                .as("in time")
                .isPositive();
        assertThat(open("reason = 'ORDER'")).as("with parties of a disposition").isPositive();
        assertThat(sql.sql(
                                "select distinct agency_id from complaint where received_at < timestamptz '2026-11-23 07:35+07' - interval '25 days'")
                        .query(Integer.class)
                        .list())
                .as("every agency has a past")
                .hasSize(5);
        assertThat(sql.sql("""
                        select count(*) from assignment where opened_at > timestamptz '2026-11-23 07:35+07' + interval '1 minute' or done_at > timestamptz '2026-11-23 07:35+07' + interval '1 minute'
                        """).query(Integer.class).single())
                .as("nothing happened in the future")
                .isZero();
        assertThat(sql.sql("""
                        select e.agency_id from book_entry e where e.number > 1 and not exists (select from book_entry p
                            where p.agency_id = e.agency_id and p.book = e.book and p.year = e.year and p.number = e.number - 1)
                        """).query(Integer.class).list())
                .as("numbers of the books without a gap")
                .isEqualTo(List.of());
    }

    private int many(String where) {
        return sql.sql("select count(*) from complaint where " + where)
                .query(Integer.class)
                .single();
    }

    private int open(String where) {
        return sql.sql("select count(*) from assignment where done_at is null and " + where)
                .query(Integer.class)
                .single();
    }
}
