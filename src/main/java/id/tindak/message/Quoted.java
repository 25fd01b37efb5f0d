package id.tindak.message;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and the older mail that hangs below it, which readers want folded away. Older lines begin with ">", as mail programs write them.
 *
 * @param older empty where nothing hangs below
 */
public record Quoted(String said, String older) {

    private static final String MARK = ">";

    /** How mail programs announce what they quote. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?i)(on|pada|le|am) .{5,120}(wrote|menulis|a écrit|schrieb)( ?:)?|.{0,80} (wrote|menulis):|-{3,} ?(original message|pesan asli|forwarded message|pesan terusan) ?-{3,}|_{20,}");

    /** Outlook quotes with the head of the older mail. */
    private static final Pattern HEAD = Pattern.compile("(?i)\\*?(from|dari):\\*? .+");

    private static final Pattern HEAD_GOES_ON =
            Pattern.compile("(?i)\\*?(sent|dikirim|date|tanggal|to|kepada):\\*? .+");

    /** Splits what was stored. */
    public static Quoted of(String body) {
        List<String> lines = body.lines().toList();
        int end = lines.size();
        while (end > 0 && older(lines.get(end - 1))) end--;
        if (end == lines.size() || lines.subList(end, lines.size()).stream().allMatch(String::isBlank))
            return new Quoted(body, "");
        return new Quoted(
                String.join("\n", lines.subList(0, end)).strip(),
                String.join("\n", lines.subList(end, lines.size())).strip());
    }

    /** Finds in a mail where the quoting begins, and marks all from there. A mail with nothing of its own before it stays as it is: somebody passes it on. */
    public static String marked(String mail) {
        List<String> lines = mail.lines().toList();
        int first = 0;
        while (first < lines.size() && !begins(lines, first)) first++;
        String own = String.join("\n", lines.subList(0, first)).strip();
        if (first == lines.size() || own.codePoints().noneMatch(Character::isLetterOrDigit)) return mail.strip();
        StringBuilder all = new StringBuilder(own).append("\n\n");
        for (String line : lines.subList(first, lines.size()))
            all.append(line.startsWith(MARK) ? line : (MARK + " " + line).stripTrailing())
                    .append('\n');
        return all.toString().strip();
    }

    /** An announcement, or lines that are marked to the end. */
    private static boolean begins(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (ANNOUNCED.matcher(line).matches()) return true;
        if (i + 1 < lines.size()
                && HEAD.matcher(line).matches()
                && HEAD_GOES_ON.matcher(lines.get(i + 1).strip()).matches()) return true;
        // Gmail breaks a long announcement in two
        if (i + 1 < lines.size()
                && !line.isEmpty()
                && ANNOUNCED.matcher(line + " " + lines.get(i + 1).strip()).matches()) return true;
        return line.startsWith(MARK) && lines.subList(i, lines.size()).stream().allMatch(Quoted::older);
    }

    private static boolean older(String line) {
        return line.startsWith(MARK) || line.isBlank();
    }
}
