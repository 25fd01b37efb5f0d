package id.tindak.base.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of a {@link DatabaseTrouble} instead of a stack trace when the program cannot start. */
class DatabaseTroubleAnalyzer extends AbstractFailureAnalyzer<DatabaseTrouble> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseTrouble cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
