package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;

/** The words on a line, broken to the width there is. */
final class Label {

    /** Pixels from line to line. */
    static final int LINE = 11;

    /** Letters on a line above a sign. */
    static final int SIGN_WIDTH = 17;

    private static final int LANE_WIDTH = 9;

    private Label() {}

    /** What the officer chooses; a star for what the signed text does not contain. */
    static String of(Branch branch) {
        return branch.label().isEmpty() || !branch.addition() ? branch.label() : branch.label() + "*";
    }

    /** @param width letters that fit on a line */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) lines.add(line.toString());
        return lines;
    }

    /** How much lower a symbol must stand so that the words on the lines at its sides keep clear of the line from above. */
    static int shift(Step step) {
        return step.branches().stream().mapToInt(Label::shift).max().orElse(0);
    }

    private static int shift(Branch branch) {
        int more = Sop.isEnd(branch.target())
                ? 4 + (lines(of(branch), SIGN_WIDTH).size() - 2) * LINE
                : 7 + (lines(of(branch), LANE_WIDTH).size() - 3) * LINE;
        return branch.label().isEmpty() ? 0 : Math.max(0, more);
    }
}
