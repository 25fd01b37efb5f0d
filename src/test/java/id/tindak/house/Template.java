package id.tindak.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JTE template taken apart: its markup without the Java, and the Java expressions without the markup.
 *
 * @param markup what reaches the reader as it stands, with every expression removed
 * @param code every expression and parameter list
 */
record Template(String markup, List<String> code) {

    private static final Pattern DIRECTIVE = Pattern.compile("@(if|elseif|for|template\\.[A-Za-z0-9_.-]+)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("@(else|endif|endfor|endraw|raw)\\b");

    static Template of(String text) {
        StringBuilder markup = new StringBuilder();
        List<String> code = new ArrayList<>();
        String body = text.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param)\\b.*$", "");
        take(body, 0, false, markup, code);
        return new Template(markup.toString(), code);
    }

    /** Reads markup from a position to the end, or to the back tick that ends a content block; answers the position behind it. */
    private static int take(String s, int at, boolean block, StringBuilder markup, List<String> code) {
        int i = at;
        while (i < s.length()) {
            if (block && s.charAt(i) == '`') return i + 1;
            if (s.startsWith("${", i) || s.startsWith("!{", i)) {
                i = expression(s, i + 1, '{', '}', markup, code);
                continue;
            }
            if (s.startsWith("$unsafe{", i)) {
                i = expression(s, i + 7, '{', '}', markup, code);
                continue;
            }
            Matcher directive = DIRECTIVE.matcher(s).region(i, s.length());
            if (directive.lookingAt()) {
                i = expression(s, directive.end() - 1, '(', ')', markup, code);
                continue;
            }
            Matcher word = WORD.matcher(s).region(i, s.length());
            if (word.lookingAt()) {
                i = word.end();
                continue;
            }
            markup.append(s.charAt(i++));
        }
        return i;
    }

    private static int expression(
            String s, int open, char opening, char closing, StringBuilder markup, List<String> code) {
        StringBuilder java = new StringBuilder();
        int depth = 0;
        int i = open;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c == '"') {
                int end = i + 1;
                while (end < s.length() && s.charAt(end) != '"') end += s.charAt(end) == '\\' ? 2 : 1;
                java.append(s, i, Math.min(end + 1, s.length()));
                i = end + 1;
                continue;
            }
            if (s.startsWith("@`", i)) {
                i = take(s, i + 2, true, markup, code);
                continue;
            }
            if (c == opening) depth++;
            if (c == closing && --depth == 0) {
                code.add(java.toString());
                return i + 1;
            }
            java.append(c);
            i++;
        }
        code.add(java.toString());
        return i;
    }
}
