package id.tindak.base.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of {@link FormTokens}: 32 random bytes in a file beside the database, readable by the program's user alone, made at the first start. */
@Configuration
class FormKey {

    @Bean
    FormTokens formTokens(@Value("${tindak.data:data}") Path data, ObjectProvider<Clock> clock) throws IOException {
        return new FormTokens(key(data.resolve("kunci").resolve("formulir")), clock.getIfAvailable(Clock::systemUTC));
    }

    static byte[] key(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Files.createDirectories(file.getParent());
            Path side = Files.createTempFile(
                    file.getParent(),
                    "formulir",
                    ".baru",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(side, fresh);
            Files.move(side, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readAllBytes(file);
    }
}
