package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Privacy;
import java.util.Locale;

/** The words of an agency's codes, as officers read them. */
final class Names {

    private Names() {}

    static String channel(Page page, String code) {
        return named(page, "desk.channel." + code, code);
    }

    static String kind(Page page, String code) {
        return named(page, "desk.kind." + code, code);
    }

    static String outcome(Page page, String code) {
        return named(page, "desk.outcome." + code, code);
    }

    static String reporter(Page page, String code) {
        return named(page, "desk.reporterKind." + code, code);
    }

    static String book(Page page, String key) {
        return named(page, "register.book." + key, key);
    }

    static String privacy(Page page, Privacy privacy) {
        return page.t("desk.privacy." + privacy.name());
    }

    /** Id of the sign in part/icons.jte. */
    static String icon(String channel) {
        return switch (channel) {
            case "whatsapp" -> "wa";
            case "sms" -> "sms";
            case "email" -> "surel";
            case "instagram" -> "ig";
            case "lapor" -> "lapor";
            case "surat", "langsung", "telepon" -> "loket";
            default -> "web";
        };
    }

    /** An agency may have kinds of its own: their code is their name then. */
    private static String named(Page page, String key, String code) {
        if (Texts.has(key)) return page.t(key);
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
