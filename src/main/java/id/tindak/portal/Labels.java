package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import java.util.Locale;

/** Words for the codes that an agency chooses from: kinds, channels, privacy modes. A code that the texts do not know is shown as it is written. */
public final class Labels {

    private Labels() {}

    public static String kind(Page page, String code) {
        return of(page, "kind.", code);
    }

    /** What the kind is for, one line; empty for a kind of the agency's own. */
    public static String kindHint(Page page, String code) {
        String key = "kind." + code + ".hint";
        return Texts.has(key) ? page.t(key) : "";
    }

    public static String reporterKind(Page page, String code) {
        return of(page, "reporter.", code);
    }

    public static String channel(Page page, String code) {
        return of(page, "channel.", code);
    }

    private static String of(Page page, String prefix, String code) {
        return Texts.named(page.language(), prefix, code.toLowerCase(Locale.ROOT));
    }
}
