package id.tindak.base.database;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A program of its own that starts the embedded server and then never gets to the end of its start. */
@Import(DatabaseConfiguration.class)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class StartsSlowly {

    private static final long LONG_MILLIS = 10_000;

    @Bean
    Object waits(Database database) throws InterruptedException {
        Thread.sleep(LONG_MILLIS);
        return database;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(
                StartsSlowly.class,
                "--test.database=false",
                "--spring.main.web-application-type=none",
                "--tindak.data=" + arguments[0]);
    }
}
