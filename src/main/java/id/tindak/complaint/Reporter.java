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

    /** The same with one field written anew; an address that is another one is not confirmed. */
    Reporter with(EnteredField field, String value) {
        String text = value.isEmpty() ? null : value;
        boolean mail = field == EnteredField.EMAIL;
        return new Reporter(
                kind,
                field == EnteredField.NAMA ? text : name,
                field == EnteredField.LEMBAGA ? text : organisation,
                field == EnteredField.ALAMAT ? text : address,
                field == EnteredField.HP ? text : phone,
                mail ? text : email,
                nikSealed,
                relation,
                represents,
                mail ? null : emailConfirmedAt);
    }

    /** Whether nothing is known by which this person could be told from another. */
    public boolean unnamed() {
        return name == null
                && organisation == null
                && address == null
                && phone == null
                && email == null
                && nikSealed == null
                && represents == null;
    }

    public static final Reporter NOBODY = person(null, null, null, null);
}
