package id.tindak.sop;

import java.util.List;

/** Text into HTML and XML. */
final class Html {

    private Html() {}

    /** Safe as text and inside double quotes. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** One text as it is, several as a numbered list with line breaks. */
    static String numbered(List<String> texts) {
        if (texts.size() == 1) return escape(texts.getFirst());
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            list.append(i == 0 ? "" : "<br>").append(i + 1).append(". ").append(escape(texts.get(i)));
        }
        return list.toString();
    }
}
