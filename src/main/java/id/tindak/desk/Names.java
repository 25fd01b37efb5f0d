package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Privacy;

/** The words of an agency's codes, as officers read them. */
final class Names {

    private Names() {}

    static String channel(Page page, String code) {
        return Texts.named(page.language(), "desk.channel.", code);
    }

    static String kind(Page page, String code) {
        return Texts.named(page.language(), "desk.kind.", code);
    }

    static String outcome(Page page, String code) {
        return Texts.named(page.language(), "desk.outcome.", code);
    }

    static String reporter(Page page, String code) {
        return Texts.named(page.language(), "desk.reporterKind.", code);
    }

    static String book(Page page, String key) {
        return Texts.named(page.language(), "register.book.", key);
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
}
