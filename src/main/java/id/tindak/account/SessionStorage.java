package id.tindak.account;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/** How sessions lie in the database. One that this version cannot read, after an update, signs its owner out instead of failing on every page. */
@Configuration
class SessionStorage {

    @Bean
    @SuppressWarnings("NullAway") // a converter may answer null, though the inferred type does not say so
    GenericConversionService springSessionConversionService() {
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
