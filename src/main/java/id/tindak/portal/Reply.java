package id.tindak.portal;

import id.tindak.base.web.Form;
import id.tindak.handling.CaseFile;
import id.tindak.handling.ReporterVerbs;
import id.tindak.intake.Identity;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the reporter wrote on the tracking page: an addition, what was missing, or a reaction to the answer. */
record Reply(String text, ReporterVerbs.Supplied supplied) {

    /** Field of the text. */
    static final String TEXT = "isi";

    static final int LONGEST = 10_000;

    /** Identity fields count only while the office waits for them; none of them is mandatory here, a person checks what came. */
    static Reply parse(Form form, CaseFile file, Offer offer) {
        String text = form.text(TEXT, LONGEST);
        if (!file.k().waitsForReporter()) return new Reply(text, new ReporterVerbs.Supplied(null, null, null, null));
        Map<String, Boolean> optional = new LinkedHashMap<>();
        offer.identity().keySet().forEach(field -> optional.put(field, false));
        Identity typed = Identity.read(form, optional);
        return new Reply(text, new ReporterVerbs.Supplied(typed.name(), typed.address(), typed.phone(), typed.email()));
    }
}
