package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.complaint.Reporter;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Publishing;
import id.tindak.message.Message;
import id.tindak.publication.Masking;
import id.tindak.publication.Publication;
import id.tindak.publication.Publications;
import id.tindak.publication.Wording;
import java.util.List;
import java.util.Set;

/**
 * The editor's page: the original with what looks personal pointed out, the wording for the public, and what the public reads of it.
 *
 * @param original texts of the case itself, complaint and answer, with what looks personal pointed out
 * @param found what looks personal in the wording: each is masked unless the editor leaves it open
 * @param shown what the public reads, or would
 * @param state of the publication in words
 * @param obstacle why it will not be published; empty when nothing stands against it
 * @param mayPublish whether this officer may publish it now, by itself
 * @param mayWithdraw whether this officer may take it back, or hold it back
 */
public record PublicationEditor(
        Menu menu,
        String number,
        Original original,
        List<Publications.Found> found,
        Shown shown,
        PublicationCard state,
        int version,
        boolean mayPublish,
        boolean mayWithdraw,
        Form form) {

    public record Original(String title, List<Masking.Part> complaint, List<Masking.Part> answer) {}

    public record Shown(List<Masking.Part> title, List<Masking.Part> complaint, List<Masking.Part> answer) {}

    static PublicationEditor of(Page page, CaseFile file, Publication p, Form form) {
        Reporter reporter = file.k().reporter();
        Wording typed = new Wording(
                form.value("judul"), form.value("aduan"), form.value("jawaban"), Set.copyOf(form.many("terbuka")));
        Publication.Shown shown = Publications.shown(typed, reporter);
        Publishing.Rights rights = Publishing.rights(file);
        boolean runs = file.k().handling().open();
        return new PublicationEditor(
                DeskMenu.plain(page, "", file.agencyDesk()),
                file.k().complaint().publicNumber(),
                new Original(
                        file.k().complaint().title(),
                        Masking.pointedOut(Message.ofComplaint(file.messages()), reporter),
                        Masking.pointedOut(file.answer().orElse(""), reporter)),
                Publications.found(typed, reporter),
                new Shown(
                        Masking.parts(shown.title()), Masking.parts(shown.complaint()), Masking.parts(shown.answer())),
                PublicationCard.of(page, file),
                p.version(),
                rights.publishes() && !p.stands() && (runs ? p.withdrawn() != null : p.wording() != null),
                rights.publishes() && p.withdrawn() == null && (runs || p.stands()),
                form);
    }

    /** What looks personal and is left as it stands. */
    public boolean open(Publications.Found f) {
        return form.chose("terbuka", f.key());
    }
}
