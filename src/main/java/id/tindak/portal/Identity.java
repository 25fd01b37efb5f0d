package id.tindak.portal;

import id.tindak.base.web.Form;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identity fields of a form. Which of them are asked, and which must be filled in, is the SOP's {@code isian}. */
record Identity(
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

    static Identity read(Form form, Offer offer) {
        return new Identity(
                line(form, offer, "nama", "portal.form.name-missing"),
                line(form, offer, "alamat", "portal.form.address-missing"),
                phone(form, offer),
                email(form, offer));
    }

    private static @Nullable String line(Form form, Offer offer, String field, String missing) {
        if (!offer.asks(field)) return null;
        String text = form.line(field, LINE);
        if (text.isEmpty() && offer.mustHave(field)) form.wrong(field, missing);
        return ComplaintForm.orNull(text);
    }

    /** Digits with an optional plus before them; what people put between is dropped. */
    private static @Nullable String phone(Form form, Offer offer) {
        String text = line(form, offer, "hp", "portal.form.phone-missing");
        if (text == null) return null;
        String digits = text.replaceAll("[\\s().\\-/]", "");
        int count = digits.replace("+", "").length();
        if (!digits.matches("\\+?[0-9]+")) form.wrong("hp", "portal.form.phone-other");
        else if (count < LEAST_DIGITS) form.wrong("hp", "portal.form.phone-short", LEAST_DIGITS, count);
        else if (count > MOST_DIGITS) form.wrong("hp", "portal.form.phone-long", MOST_DIGITS, count);
        return digits;
    }

    private static @Nullable String email(Form form, Offer offer) {
        String text = line(form, offer, "email", "portal.form.email-missing");
        if (text == null) return null;
        if (text.length() > EMAIL || !MAIL.matcher(text).matches()) form.wrong("email", "portal.form.email-wrong");
        return text;
    }
}
