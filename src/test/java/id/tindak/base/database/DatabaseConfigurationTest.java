package id.tindak.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.tindak.base.StatementCount;
import id.tindak.base.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationTest {

    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class DatabaseOnly {}

    @Test
    void servesAsTheAppAndMigratesAsTheOwner() {
        try (ConfigurableApplicationContext context = started()) {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("tindak_app");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'flyway_schema_history'")
                            .query(String.class)
                            .single())
                    .isEqualTo("tindak_owner");
            assertThat(DataSourceUnwrapper.unwrap(context.getBean(DataSource.class), HikariDataSource.class))
                    .extracting("maximumPoolSize")
                    .isEqualTo(20);
        }
    }

    @Test
    void statementsAreCounted() {
        try (ConfigurableApplicationContext context = started()) {
            JdbcClient sql = context.getBean(JdbcClient.class);
            assertThat(StatementCount.during(() -> {
                        sql.sql("SELECT 1").query(Integer.class).single();
                        sql.sql("SELECT :a").param("a", 2).query(Integer.class).single();
                        Thread job = Thread.ofVirtual()
                                .start(() ->
                                        sql.sql("SELECT 3").query(Integer.class).single());
                        job.join();
                    }))
                    .containsExactly("SELECT 1", "SELECT ?");
        }
    }

    @Test
    void embeddedServerStopsWithTheProgramAndAfterThePool(@TempDir Path data) throws Exception {
        TestServer.shareBinaries(data);
        ConfigurableApplicationContext context = started("--tindak.data=" + data, "--test.database=false");
        assertThat(context.getBean(Flyway.class)).isNotNull();
        Postmaster running = Postmaster.read(EmbeddedPostgres.cluster(data));
        assertThat(running.isAlive()).isTrue();
        context.close();
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void oneAddressAloneIsToldWhichOtherIsMissing() {
        assertThatThrownBy(() -> Database.external("postgresql://tindak_app:x@127.0.0.1/tindak", " "))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("TINDAK_DATABASE_OWNER_URL belum ada");
    }

    @Test
    void roleThatMayDoTooMuchIsRefused() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> Database.external(database.ownerUrl(), database.ownerUrl()))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("tindak_app");
        }
    }

    @Test
    void addressIsReadWithItsPercentSigns() {
        DatabaseUrl url =
                DatabaseUrl.parse("X", "jdbc:postgresql://tindak_app:p%40ss+%2F@db.local:5433/aduan?sslmode=require");
        assertThat(url)
                .isEqualTo(new DatabaseUrl(
                        "jdbc:postgresql://db.local:5433/aduan?sslmode=require", "tindak_app", "p@ss+/"));
        assertThat(DatabaseUrl.parse("X", url.complete())).isEqualTo(url);
        for (String wrong :
                new String[] {"mysql://a:b@c/d", "postgresql://tanpa-sandi@c/d", "postgresql://a:b@c", "::", ""})
            assertThatThrownBy(() -> DatabaseUrl.parse("X", wrong)).as(wrong).isInstanceOf(DatabaseTrouble.class);
    }

    private static ConfigurableApplicationContext started(String... arguments) {
        return new SpringApplicationBuilder(DatabaseOnly.class)
                .properties("spring.main.web-application-type=none")
                .run(arguments);
    }
}
