package id.tindak.base.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hands Spring Boot its two ways into the database: the pool (as tindak_app) and Flyway (as tindak_owner). The pool is made from a bean that
 * depends on {@link Database}; so on shutdown the web server stops first, then the pool, then the embedded server.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(
            @Value("${tindak.data}") Path data,
            @Value("${tindak.database.url}") String appUrl,
            @Value("${tindak.database.owner-url}") String ownerUrl,
            @Value("${tindak.command:}") String command) {
        if (!appUrl.isBlank() || !ownerUrl.isBlank()) return Database.external(appUrl, ownerUrl);
        return command.isEmpty() ? Database.embedded(data) : Database.visited(data);
    }

    @Bean
    JdbcConnectionDetails pool(Database database) {
        return new Pool(database.app());
    }

    @Bean
    FlywayConnectionDetails migrations(Database database) {
        return new Migrations(database.owner());
    }

    private record Pool(DatabaseUrl url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return url.user();
        }

        @Override
        public String getPassword() {
            return url.password();
        }

        @Override
        public String getJdbcUrl() {
            return url.jdbc();
        }
    }

    private record Migrations(DatabaseUrl url) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return url.user();
        }

        @Override
        public String getPassword() {
            return url.password();
        }

        @Override
        public String getJdbcUrl() {
            return url.jdbc();
        }
    }
}
