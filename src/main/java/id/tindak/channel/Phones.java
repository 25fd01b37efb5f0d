package id.tindak.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Numbers as people and operators write them: 0812…, 62812…, +62 812-… are one person. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HERE = "ID";

    private Phones() {}

    /**
     * @param address under which the person is known: international form, else as it came
     * @param international null for short codes and names in place of a number
     * @param answerable whether an answer would reach a person and not a machine of the operator
     */
    record Number(String address, @Nullable String international, boolean answerable) {}

    static Number read(String written) {
        String plain = written.strip();
        if (!plain.matches("[+0-9][0-9 ().-]*")) return new Number(plain, null, false);
        try {
            String typed = plain.startsWith("62") ? "+" + plain : plain;
            PhoneNumber number = NUMBERS.parse(typed, HERE);
            if (!NUMBERS.isPossibleNumber(number)) return new Number(plain, null, false);
            String international = NUMBERS.format(number, PhoneNumberFormat.E164);
            return new Number(international, international, true);
        } catch (NumberParseException shortOrNone) {
            return new Number(plain, null, false);
        }
    }
}
