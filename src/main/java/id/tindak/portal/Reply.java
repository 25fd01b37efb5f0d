package id.tindak.portal;

import id.tindak.base.web.Form;
import id.tindak.complaint.Attachment;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.CaseFile;
import id.tindak.handling.ReporterVerbs;
import id.tindak.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
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
        Identity typed = Identity.read(form, offer.with(optional));
        return new Reply(text, new ReporterVerbs.Supplied(typed.name(), typed.address(), typed.phone(), typed.email()));
    }

    /** Whether it is the second click of what stands there already: same text, same files, as the last thing the reporter sent. */
    boolean repeats(CaseFile file, List<KeptFile> files) {
        if (text.isEmpty() || file.k().waitsForReporter()) return false;
        Message last = file.messages().stream()
                .filter(m -> m.author() == Message.Author.REPORTER)
                .reduce((first, second) -> second)
                .orElse(null);
        if (last == null || !last.body().equals(text)) return false;
        List<StoredFile> stored = file.attachments().stream()
                .filter(a -> a.messageId() == last.id())
                .map(Attachment::file)
                .toList();
        return stored.equals(SentFiles.files(files));
    }
}
