package id.tindak.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who complains (pelapor). All of it can be erased.
 *
 * @param kind perseorangan, institusi, lsm, ormas, partai, badan_publik (SK DPRD Pasuruan, 2c)
 * @param nikSealed encrypted; never in lists, mails or addresses
 * @param relation SENDIRI, KUASA (by proxy) or WALI (on behalf of a child, whose name is hidden by default)
 * @param represents for whom, when not for oneself
 */
public record Reporter(
        String kind,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nikSealed,
        String relation,
        @Nullable String represents,
        @Nullable Instant emailConfirmedAt) {

    /** A person who complains for oneself. */
    public static Reporter person(
            @Nullable String name, @Nullable String address, @Nullable String phone, @Nullable String email) {
        return of("perseorangan", name, address, phone, email);
    }

    /** The same for any kind of reporter. */
    public static Reporter of(
            String kind,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {
        return new Reporter(kind, name, null, address, phone, email, null, "SENDIRI", null, null);
    }

    public static final Reporter NOBODY = person(null, null, null, null);
}
