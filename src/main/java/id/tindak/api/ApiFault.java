package id.tindak.api;

import id.tindak.base.web.Fault;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a call of the own API with a problem (RFC 9457): a status, one sentence that says what to do, and what is wrong with each field. */
final class ApiFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Fault sentence;
    private final transient Map<String, Fault> fields;
    private final transient Limits.@Nullable Left left;

    private ApiFault(int status, Fault sentence, Map<String, Fault> fields, Limits.@Nullable Left left) {
        super(status + " " + sentence.key(), null, false, false);
        this.status = status;
        this.sentence = sentence;
        this.fields = fields;
        this.left = left;
    }

    /** @param key text key of the sentence */
    static ApiFault of(int status, String key, Object... args) {
        return new ApiFault(status, new Fault(key, args), Map.of(), null);
    }

    /** What was sent cannot be taken. */
    static ApiFault fields(Form form) {
        return new ApiFault(422, new Fault("web.error.422"), form.errors(), null);
    }

    static ApiFault tooMany(Limits.Left left) {
        return new ApiFault(429, new Fault("api.fault.often"), Map.of(), left);
    }

    int status() {
        return status;
    }

    Fault sentence() {
        return sentence;
    }

    Map<String, Fault> fields() {
        return fields;
    }

    Limits.@Nullable Left left() {
        return left;
    }
}
