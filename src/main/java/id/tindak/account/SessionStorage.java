package id.tindak.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** How sessions lie in the database. One that this version cannot read, after an update, signs its owner out instead of failing on every page. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStorage {

    /**
     * Every statement stands for itself: a session that is found is one statement, and one that was cut off while it was made (its row without
     * its attributes) is nobody's.
     *
     * @param cleanup when expired rows are removed, as a cron line
     */
    @Bean
    JdbcIndexedSessionRepository sessionRows(
            JdbcOperations jdbc,
            @Value("${spring.session.timeout}") Duration timeout,
            @Value("${spring.session.jdbc.cleanup-cron:0 * * * * *}") String cleanup) {
        JdbcIndexedSessionRepository rows =
                new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        rows.setDefaultMaxInactiveInterval(timeout);
        rows.setCleanupCron(cleanup);
        rows.setConversionService(conversions());
        return rows;
    }

    @Bean
    @Primary
    Sessions<?> sessions(JdbcIndexedSessionRepository rows) {
        return new Sessions<>(rows);
    }

    @SuppressWarnings("NullAway") // a converter may answer null, though the inferred type does not say so
    private static GenericConversionService conversions() {
        GenericConversionService service = new GenericConversionService();
        DeserializingConverter reader = new DeserializingConverter(SessionStorage.class.getClassLoader());
        service.addConverter(Object.class, byte[].class, new SerializingConverter());
        service.addConverter(byte[].class, Object.class, bytes -> read(reader, bytes));
        return service;
    }

    private static @Nullable Object read(DeserializingConverter reader, byte[] bytes) {
        try {
            return reader.convert(bytes);
        } catch (SerializationFailedException e) {
            return null;
        }
    }
}
