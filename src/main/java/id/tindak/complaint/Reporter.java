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

    public static final Reporter NOBODY =
            new Reporter("perseorangan", null, null, null, null, null, null, "SENDIRI", null, null);
}
