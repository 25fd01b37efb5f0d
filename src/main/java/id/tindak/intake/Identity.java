package id.tindak.intake;

import id.tindak.base.web.Form;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identity fields of a form. Which of them are asked, and which must be filled in, is the SOP's {@code isian}. */
public record Identity(
        @Nullable String name,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {

    private static final int LEAST_DIGITS = 10;
    private static final int MOST_DIGITS = 15;
    private static final int LINE = 200;
    private static final int EMAIL = 254;
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /** @param fields of nama, alamat, hp, email that are asked, with whether each is mandatory */
    public static Identity read(Form form, Map<String, Boolean> fields) {
        return new Identity(
                line(form, fields, "nama", "portal.form.name-missing"),
                line(form, fields, "alamat", "portal.form.address-missing"),
                phone(form, fields),
                email(form, fields));
    }

    private static @Nullable String line(Form form, Map<String, Boolean> fields, String field, String missing) {
        if (!fields.containsKey(field)) return null;
        String text = form.line(field, LINE);
        if (text.isEmpty() && fields.getOrDefault(field, false)) form.wrong(field, missing);
        return text.isEmpty() ? null : text;
    }

    /** Digits with an optional plus before them; what people put between is dropped. */
    private static @Nullable String phone(Form form, Map<String, Boolean> fields) {
        String text = line(form, fields, "hp", "portal.form.phone-missing");
        if (text == null) return null;
        String digits = text.replaceAll("[\\s().\\-/]", "");
        int count = digits.replace("+", "").length();
        if (!digits.matches("\\+?[0-9]+")) form.wrong("hp", "portal.form.phone-other");
        else if (count < LEAST_DIGITS) form.wrong("hp", "portal.form.phone-short", LEAST_DIGITS, count);
        else if (count > MOST_DIGITS) form.wrong("hp", "portal.form.phone-long", MOST_DIGITS, count);
        return digits;
    }

    private static @Nullable String email(Form form, Map<String, Boolean> fields) {
        String text = line(form, fields, "email", "portal.form.email-missing");
        if (text == null) return null;
        if (text.length() > EMAIL || !MAIL.matcher(text).matches()) form.wrong("email", "portal.form.email-wrong");
        return text;
    }
}
