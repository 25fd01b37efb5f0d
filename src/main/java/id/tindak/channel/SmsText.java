package id.tindak.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as it travels by SMS (3GPP TS 23.038): in the alphabet of 128 letters a part holds 160 of them, or 153 where there are several; one letter beyond that alphabet makes every part hold 70, or 67.
 *
 * @param unicode whether a letter needs the wide alphabet
 * @param parts how many SMS it costs
 */
record SmsText(String text, boolean unicode, int parts) {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    /** These cost two. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int ONE = 160;
    private static final int EACH = 153;
    private static final int ONE_WIDE = 70;
    private static final int EACH_WIDE = 67;

    /** Typographic signs become the plain ones that mean the same and cost less. */
    static SmsText of(String typed) {
        String text = typed.replaceAll("[‘’‚′]", "'")
                .replaceAll("[“”„″«»]", "\"")
                .replaceAll("[‐‑‒–—−]", "-")
                .replace("…", "...")
                .replaceAll("[\\u00A0\\u2000-\\u200A\\u202F\\t]", " ")
                .replaceAll("[\\u200B-\\u200F\\u2060\\uFEFF]", "")
                .replace("•", "-")
                .strip();
        int narrow = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) narrow += 1;
            else if (EXTENDED.indexOf(c) >= 0) narrow += 2;
            else return new SmsText(text, true, parts(text.length(), ONE_WIDE, EACH_WIDE));
        }
        return new SmsText(text, false, parts(narrow, ONE, EACH));
    }

    /** The text in as many pieces as it has parts; no letter is cut in two. */
    List<String> pieces() {
        if (parts == 1) return List.of(text);
        List<String> all = new ArrayList<>();
        int room = unicode ? EACH_WIDE : EACH;
        int begin = 0;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int width = unicode ? Character.charCount(letter) : EXTENDED.indexOf(letter) >= 0 ? 2 : 1;
            if (used + width > room) {
                all.add(text.substring(begin, i));
                begin = i;
                used = 0;
            }
            used += width;
            i += Character.charCount(letter);
        }
        all.add(text.substring(begin));
        return all;
    }

    private static int parts(int length, int one, int each) {
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
