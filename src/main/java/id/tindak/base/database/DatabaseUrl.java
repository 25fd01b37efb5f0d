package id.tindak.base.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/**
 * Where and as whom to connect.
 *
 * @param jdbc address as the JDBC driver wants it, without user and password
 */
record DatabaseUrl(String jdbc, String user, String password) {

    private static final int CONNECT_SECONDS = 10;

    /** Reads {@code postgresql://user:password@host:port/database?parameters}, with or without {@code jdbc:} before it. */
    static DatabaseUrl parse(String variable, String text) {
        URI uri;
        try {
            uri = URI.create(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(variable);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("postgresql") && !scheme.equals("postgres")) throw wrong(variable);
        String person = uri.getRawUserInfo();
        if (person == null
                || !person.contains(":")
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) throw wrong(variable);
        int colon = person.indexOf(':');
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath() + query;
        return new DatabaseUrl(jdbc, decoded(person.substring(0, colon)), decoded(person.substring(colon + 1)));
    }

    /** The form that {@link #parse} reads. */
    String complete() {
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@"
                + jdbc.substring("jdbc:postgresql://".length());
    }

    /** A connection of its own, outside the pool. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        return DriverManager.getConnection(jdbc, properties);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String part) {
        return java.net.URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static DatabaseTrouble wrong(String variable) {
        return new DatabaseTrouble("Isi " + variable
                + " tidak dapat dibaca. Tulislah seperti ini: postgresql://pengguna:sandi@alamat:5432/tindak");
    }

    @Override
    public String toString() {
        return jdbc + " sebagai " + user;
    }
}
