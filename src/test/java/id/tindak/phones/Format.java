package id.tindak.phones;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one provider speaks, by its public description and independent of the program's own reading of it. */
interface Format {

    /** The call by which what a citizen wrote comes to the office. */
    Call said(Line line, Bubble bubble, boolean comment);

    /** What the office sent; null when the call asks for something else. */
    @Nullable
    Taken taken(Line line, Asked asked);

    /** The call that says what became of a message; null where the provider says nothing of that. */
    default @Nullable Call report(Line line, Bubble bubble, Bubble.State state) {
        return null;
    }

    /** What else the provider answers, a file's address for example. */
    default @Nullable String answer(Line line, Asked asked) {
        return null;
    }

    record Call(String method, String url, Map<String, String> headers, String body) {

        static Call json(String url, String body) {
            return new Call("POST", url, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** @param path without what tells the line */
    record Asked(String method, String path, Map<String, String> query, String body) {}

    /** @param answer what the provider says to it */
    record Taken(String text, String id, int status, String answer) {}
}
