package id.tindak.desk;

import id.tindak.base.web.Fault;
import id.tindak.base.web.Form;
import id.tindak.handling.Drafts;
import id.tindak.handling.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one of the many forms of a case page and has to see again. The fields of a page are told apart by the
 * form they stand in: their id is form and name.
 *
 * @param which the form: "cabang-0", "kembalikan", "catatan" …
 */
public record Typed(String which, Form form) {

    public static final Typed NOTHING = new Typed("", Form.empty());

    /** What the officer saved of a step and has not sent. */
    static Typed of(Drafts.@Nullable Draft draft) {
        if (draft == null) return NOTHING;
        Form form = Form.of(draft.fields());
        return new Typed("cabang-" + form.value("cabang"), form);
    }

    static Typed refused(String which, Form form, Outcome.Refused refused) {
        form.wrong(refused.field(), refused.reason());
        return new Typed(which, form);
    }

    public String value(String of, String field) {
        return of.equals(which) ? form.value(field) : "";
    }

    public @Nullable Fault error(String of, String field) {
        return of.equals(which) ? form.error(field) : null;
    }

    public boolean in(String of) {
        return of.equals(which);
    }
}
