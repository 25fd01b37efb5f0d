package id.tindak.paper;

import id.tindak.base.web.Form;
import java.util.List;

/**
 * One paper of a case as an officer sees it before printing: the sheet, what was issued of it, and the form that prints.
 *
 * @param content the sheet without the reporter's name, as markup of our own templates
 * @param names whether this officer may have the reporter's name on it
 * @param why the reason that the SOP itself gives for the name; empty when no step asked for the paper
 * @param letter whether the paper has a number of its own, which is typed as long as none was issued
 * @param reader an auditor: may look, not print
 */
public record PaperPage(
        String number,
        PaperKind kind,
        String content,
        boolean logo,
        List<Issued> issued,
        boolean names,
        String why,
        boolean letter,
        boolean withdraws,
        boolean reader,
        Form form) {

    /**
     * @param line when, by whom, how often, how many pages
     * @param state text key; empty while it holds
     * @param path of the page that says whether it is genuine
     */
    public record Issued(String line, String state, String path, String id, boolean identity, boolean valid) {}

    public String path() {
        return "/aduan/" + number + "/naskah/" + kind.code();
    }
}
