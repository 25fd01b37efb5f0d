package id.tindak.base.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as asked. The message is one sentence in Indonesian that says what to do; it is shown without a stack trace. */
public final class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseTrouble(String sentence) {
        super(sentence);
    }

    public DatabaseTrouble(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
