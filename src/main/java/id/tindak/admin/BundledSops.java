package id.tindak.admin;

import id.tindak.handling.SopReadiness;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The procedures that come with the program, to begin with. */
@Component
public class BundledSops {

    /**
     * @param name of the file, without ".yaml"
     * @param runs false: it asks for something that this program cannot do yet
     */
    public record Choice(String name, String title, String agency, boolean runs) {}

    private record Bundled(Choice choice, String yaml) {}

    /** Read when first asked for: set-up and the SOP page need them, a start does not. */
    private final SingletonSupplier<List<Bundled>> all;

    BundledSops(SopReadiness readiness) {
        this.all = SingletonSupplier.of(() -> read(readiness));
    }

    List<Choice> choices() {
        return all.obtain().stream().map(Bundled::choice).toList();
    }

    /** The file; null when there is none of that name that this program can run. */
    @Nullable
    String text(String name) {
        return all.obtain().stream()
                .filter(b -> b.choice().name().equals(name) && b.choice().runs())
                .findFirst()
                .map(Bundled::yaml)
                .orElse(null);
    }

    private static List<Bundled> read(SopReadiness readiness) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:sop/*.yaml"))
                    .sorted(Comparator.comparing(f -> Objects.requireNonNull(f.getFilename())))
                    .map(f -> bundled(f, readiness))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundled bundled(Resource file, SopReadiness readiness) {
        try {
            String yaml = file.getContentAsString(StandardCharsets.UTF_8);
            if (!(SopFile.read(yaml) instanceof SopFile.Valid valid))
                throw new IllegalStateException(file + " does not read");
            Sop sop = valid.sop();
            boolean runs = readiness.notBuilt(sop).stream().noneMatch(SopReadiness.Finding::blocks);
            String name = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
            return new Bundled(new Choice(name, sop.name(), sop.agency(), runs), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
