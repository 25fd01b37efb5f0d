package id.tindak.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One file of the demo world, e.g. {@code demo/cilacap.yaml}. Ours, so a fault in it is a defect and throws. */
record DemoFile(Map<String, Object> root) {

    static DemoFile read(String resource) {
        return new DemoFile(map(new Load(LoadSettings.builder().build()).loadFromString(text(resource))));
    }

    static String text(String resource) {
        try (InputStream in = DemoFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("no resource " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row agency() {
        return new Row(map(root.get("agency")));
    }

    String value(String key) {
        return new Row(root).text(key);
    }

    Map<String, Object> settings() {
        return map(root.get("settings"));
    }

    List<Row> rows(String key) {
        return new Row(root).rows(key);
    }

    /** A line of the file. */
    record Row(Map<String, Object> values) {

        String text(String key) {
            String text = maybe(key);
            if (text == null) throw new IllegalStateException("demo file: " + key + " is missing in " + values);
            return text;
        }

        @Nullable
        String maybe(String key) {
            Object value = values.get(key);
            return value == null ? null : value.toString();
        }

        String or(String key, String fallback) {
            String text = maybe(key);
            return text == null ? fallback : text;
        }

        boolean yes(String key) {
            return "ya".equals(maybe(key));
        }

        List<Row> rows(String key) {
            Object list = values.get(key);
            if (!(list instanceof List<?> rows)) return List.of();
            return rows.stream()
                    .map(r -> new Row(map(java.util.Objects.requireNonNull(r))))
                    .toList();
        }

        @Nullable
        Row row(String key) {
            Object value = values.get(key);
            return value == null ? null : new Row(map(value));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
