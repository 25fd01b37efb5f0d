package id.tindak.base.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stylesheets, pictures and scripts of src/main/resources/static, read once, stylesheets made whole (a line {@code @import "dasar.css";} is replaced by that file) and small, each under a name
 * that holds the hash of its content.
 */
final class Assets {

    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z]+\\.css)\";");
    private static final Map<String, Asset> ALL =
            read("warga.css", "petugas.css", "kertas.css", "tindak.svg", "meja.js", "salin.js", "serupa.js");

    private Assets() {}

    /** @param hash first 16 hexadecimal digits of the SHA-256 of the bytes */
    record Asset(String name, String type, String hash, byte[] bytes) {
        String path() {
            int dot = name.lastIndexOf('.');
            return "/aset/" + name.substring(0, dot) + "-" + hash + name.substring(dot);
        }
    }

    static String path(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) throw new IllegalArgumentException("No static file " + name);
        return asset.path();
    }

    /** @param file as in the address, with or without the hash */
    static @Nullable Asset find(String file) {
        return ALL.get(file.replaceFirst("-[0-9a-f]{16}(?=\\.[a-z]+$)", ""));
    }

    static String bundle(String name) {
        String css = IMPORT.matcher(file(name))
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(bundle(m.group(1))));
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replace(";}", "}")
                .strip();
    }

    private static Map<String, Asset> read(String... names) {
        Map<String, Asset> all = new LinkedHashMap<>();
        for (String name : names) {
            boolean css = name.endsWith(".css");
            byte[] bytes = (css ? bundle(name) : file(name)).getBytes(StandardCharsets.UTF_8);
            all.put(name, new Asset(name, type(name), hash(bytes), bytes));
        }
        return Map.copyOf(all);
    }

    private static String type(String name) {
        if (name.endsWith(".css")) return "text/css;charset=UTF-8";
        return name.endsWith(".js") ? "text/javascript;charset=UTF-8" : "image/svg+xml";
    }

    private static String file(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) throw new IllegalStateException("static/" + name + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
