package id.tindak.complaint;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who complains (pelapor). All of it can be erased.
 *
 * @param kind perseorangan, institusi, lsm, ormas, partai, badan_publik (SK DPRD Pasuruan, 2c)
 * @param nikSealed encrypted; never in lists, mails or addresses
 * @param relation SENDIRI, KUASA (by proxy) or WALI (on behalf of a child, whose name is hidden by default)
 * @param represents for whom, when not for oneself
 * @param contact where a message came from, when the complaint came as one: news of the case go there
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
        @Nullable Instant emailConfirmedAt,
        @Nullable Contact contact) {

    /**
     * An address on a channel of messages. The person is known by it, whether or not it is a phone number.
     *
     * @param lane of the outbox, which names the agency's account
     * @param address as the provider of the account writes it
     */
    public record Contact(String lane, String address) {}

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
        return new Reporter(kind, name, null, address, phone, email, null, "SENDIRI", null, null, null);
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
                mail ? null : emailConfirmedAt,
                contact);
    }

    /** The same person, reached there. */
    public Reporter at(Contact where) {
        return new Reporter(
                kind,
                name,
                organisation,
                address,
                phone,
                email,
                nikSealed,
                relation,
                represents,
                emailConfirmedAt,
                where);
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

    /** Fields of the SOP's {@code isian} that are not known. */
    public List<String> lacking() {
        return Stream.of(
                        name == null ? "nama" : "",
                        address == null ? "alamat" : "",
                        phone == null ? "hp" : "",
                        email == null ? "email" : "")
                .filter(field -> !field.isEmpty())
                .toList();
    }

    public static final Reporter NOBODY = person(null, null, null, null);
}
