package id.tindak.channel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of gammu-smsd (schema version 17), in a database of its own: names and columns are Gammu's. */
@Repository
class GammuStore {

    private static final int AT_ONCE = 200;
    private static final String PATIENCE_SECONDS = "10";

    /** @param at local time of the machine on which Gammu runs */
    record Received(long id, String sender, String text, String udh, Timestamp at) {}

    /** @param creator what we wrote with the message */
    record Fate(String creator, String status) {}

    Connection open(String url, String user, String password) throws SQLException {
        Properties p = new Properties();
        p.setProperty("user", user);
        p.setProperty("password", password);
        p.setProperty("connectTimeout", PATIENCE_SECONDS);
        p.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url, p);
    }

    List<Received> received(Connection gammu) throws SQLException {
        List<Received> all = new ArrayList<>();
        try (PreparedStatement s = gammu.prepareStatement("""
                select "ID", "SenderNumber", "TextDecoded", "UDH", "ReceivingDateTime" from inbox
                where not "Processed" order by "ID" limit ?
                """)) {
            s.setInt(1, AT_ONCE);
            try (ResultSet rs = s.executeQuery()) {
                while (rs.next())
                    all.add(new Received(
                            rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getTimestamp(5)));
            }
        }
        return all;
    }

    void processed(Connection gammu, List<Long> ids) throws SQLException {
        try (PreparedStatement s =
                gammu.prepareStatement("update inbox set \"Processed\" = true where \"ID\" = any (?)")) {
            s.setArray(1, gammu.createArrayOf("bigint", ids.toArray()));
            s.executeUpdate();
        }
    }

    /**
     * Final fates of what we sent that were not taken note of; taking note is {@link #noted}. Each part has a row and a report of its own: a message has arrived when all of them have, and failed when one
     * has.
     */
    List<Fate> fates(Connection gammu, String creator) throws SQLException {
        List<Fate> all = new ArrayList<>();
        try (PreparedStatement s = gammu.prepareStatement("""
                select "CreatorID",
                    coalesce(min("Status") filter (where "Status" in ('DeliveryFailed', 'SendingError', 'Error')), 'DeliveryOK')
                from sentitems s where "CreatorID" like ?
                group by "CreatorID"
                having bool_or("Status" in ('DeliveryFailed', 'SendingError', 'Error'))
                    or bool_and("Status" = 'DeliveryOK') and not exists (select from outbox o where o."CreatorID" = s."CreatorID")
                limit ?
                """)) {
            s.setString(1, creator + "%");
            s.setInt(2, AT_ONCE);
            try (ResultSet rs = s.executeQuery()) {
                while (rs.next()) all.add(new Fate(rs.getString(1), rs.getString(2)));
            }
        }
        return all;
    }

    void noted(Connection gammu, List<String> creators, String prefix) throws SQLException {
        try (PreparedStatement s = gammu.prepareStatement(
                "update sentitems set \"CreatorID\" = ? || \"CreatorID\" where \"CreatorID\" = any (?)")) {
            s.setString(1, prefix);
            s.setArray(2, gammu.createArrayOf("text", creators.toArray()));
            s.executeUpdate();
        }
    }

    /** Whether this message lies there already under one of these, from an attempt whose end we did not see; what failed is no longer there. */
    boolean sent(Connection gammu, String... creators) throws SQLException {
        try (PreparedStatement s = gammu.prepareStatement("""
                select exists (select from outbox where "CreatorID" = any (?))
                    or exists (select from sentitems where "CreatorID" = any (?) group by "CreatorID"
                        having not bool_or("Status" in ('DeliveryFailed', 'SendingError', 'Error')))
                """)) {
            s.setArray(1, gammu.createArrayOf("text", creators));
            s.setArray(2, gammu.createArrayOf("text", creators));
            try (ResultSet rs = s.executeQuery()) {
                rs.next();
                return rs.getBoolean(1);
            }
        }
    }

    /** A message of several parts: the first row holds its first part, the others lie beside it with their place in the header (3GPP TS 23.040, 9.2.3.24.1). */
    void send(Connection gammu, String to, SmsText sms, String creator, @Nullable String phone, int reference)
            throws SQLException {
        List<String> pieces = sms.pieces();
        String coding = sms.unicode() ? "Unicode_No_Compression" : "Default_No_Compression";
        gammu.setAutoCommit(false);
        long id;
        try (PreparedStatement s = gammu.prepareStatement("""
                insert into outbox ("DestinationNumber", "TextDecoded", "CreatorID", "Coding", "SenderID", "MultiPart", "UDH", "DeliveryReport")
                values (?, ?, ?, ?, ?, ?, ?, 'yes') returning "ID"
                """)) {
            s.setString(1, to);
            s.setString(2, pieces.getFirst());
            s.setString(3, creator);
            s.setString(4, coding);
            s.setString(5, phone);
            s.setBoolean(6, pieces.size() > 1);
            s.setString(7, pieces.size() > 1 ? header(reference, pieces.size(), 1) : null);
            try (ResultSet rs = s.executeQuery()) {
                rs.next();
                id = rs.getLong(1);
            }
        }
        try (PreparedStatement s = gammu.prepareStatement("""
                insert into outbox_multipart ("ID", "SequencePosition", "TextDecoded", "Coding", "UDH") values (?, ?, ?, ?, ?)
                """)) {
            for (int i = 1; i < pieces.size(); i++) {
                s.setLong(1, id);
                s.setInt(2, i + 1);
                s.setString(3, pieces.get(i));
                s.setString(4, coding);
                s.setString(5, header(reference, pieces.size(), i + 1));
                s.addBatch();
            }
            s.executeBatch();
        }
        gammu.commit();
    }

    private static String header(int reference, int parts, int part) {
        return "050003%02X%02X%02X".formatted(reference & 0xff, parts, part);
    }
}
