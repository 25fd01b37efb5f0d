package id.tindak.agency;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who works for the agency.
 *
 * @param username sign-in name; not everybody has an office e-mail address
 * @param admin may change units, people, calendar, SOP and settings; does not thereby see complaints
 * @param auditorUntil read-only access to everything of the agency until then
 */
public record Officer(
        long id,
        String username,
        String name,
        @Nullable String nip,
        @Nullable String email,
        @Nullable String phone,
        LocalDate activeFrom,
        @Nullable LocalDate activeUntil,
        boolean admin,
        @Nullable Instant auditorUntil) {

    public boolean activeOn(LocalDate day) {
        return !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
    }

    /** Whether the text can be an address of one person; empty counts, not everybody has one. */
    public static boolean reads(String email) {
        return email.isEmpty() || email.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]{2,}");
    }

    public Officer reachedAt(@Nullable String address) {
        return new Officer(id, username, name, nip, address, phone, activeFrom, activeUntil, admin, auditorUntil);
    }
}
