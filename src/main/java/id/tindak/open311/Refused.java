package id.tindak.open311;

import id.tindak.base.web.Limits;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with an error of the specification: 404 for what does not exist, 403 for a wrong or missing key, 400 for all else. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final List<String> sentences;
    private final transient Limits.@Nullable Left left;

    private Refused(int status, List<String> sentences, Limits.@Nullable Left left) {
        super(status + " " + sentences, null, false, false);
        this.status = status;
        this.sentences = List.copyOf(sentences);
        this.left = left;
    }

    static Refused of(int status, String sentence) {
        return new Refused(status, List.of(sentence), null);
    }

    static Refused of(int status, List<String> sentences) {
        return new Refused(status, sentences, null);
    }

    static Refused tooMany(String sentence, Limits.Left left) {
        return new Refused(429, List.of(sentence), left);
    }

    int status() {
        return status;
    }

    Limits.@Nullable Left left() {
        return left;
    }

    Node node() {
        return new Node.Series(
                "errors",
                sentences.stream()
                        .map(s -> new Node.Group(
                                "error", List.of(new Node.Figure("code", status), new Node.Text("description", s))))
                        .toList());
    }
}
