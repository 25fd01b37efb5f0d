package id.tindak.channel;

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

    private static int parts(int length, int one, int each) {
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
