package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What counts as sent in Gammu's tables: what was cut off is not written twice, what failed is written anew. */
class GammuSentTest {

    private static final String[] NAMES = {"Tindak 55", "dibaca:Tindak 55"};

    private final GammuStore store = new GammuStore();
    private TestDatabase database;
    private Connection gammu;

    @BeforeEach
    void tables() throws SQLException {
        database = TestDatabase.fresh();
        gammu = database.owner().getConnection();
        run("create schema gammu");
        run("set search_path = gammu");
        run("create table outbox (\"CreatorID\" text)");
        run("create table sentitems (\"CreatorID\" text, \"Status\" text)");
    }

    @AfterEach
    void close() throws SQLException {
        gammu.close();
        database.close();
    }

    @Test
    void whatLiesThereIsNotWrittenTwice() throws SQLException {
        assertThat(store.sent(gammu, NAMES)).isFalse();
        run("insert into outbox values ('Tindak 55')");
        assertThat(store.sent(gammu, NAMES)).isTrue();
        run("delete from outbox");
        run("insert into sentitems values ('dibaca:Tindak 55', 'DeliveryOK')");
        assertThat(store.sent(gammu, NAMES)).isTrue();
    }

    @Test
    void whatFailedIsWrittenAnewAlsoWhenOnlyOnePartOfItDid() throws SQLException {
        run("insert into sentitems values ('Tindak 55', 'SendingError')");
        assertThat(store.sent(gammu, NAMES)).isFalse();
        run("update sentitems set \"CreatorID\" = 'dibaca:Tindak 55'");
        run("insert into sentitems values ('dibaca:Tindak 55', 'DeliveryOK')");
        assertThat(store.sent(gammu, NAMES)).isFalse();
        run("insert into sentitems values ('Tindak 55', 'SendingOKNoReport')");
        assertThat(store.sent(gammu, NAMES)).as("the second time").isTrue();
    }

    private void run(String statement) {
        JdbcClient.create(new SingleConnectionDataSource(gammu, true))
                .sql(statement)
                .update();
    }
}
