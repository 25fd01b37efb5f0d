package id.tindak.paper;

import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;

/**
 * What the program adds to a sheet when it is printed: which print it is, and how its holder finds out whether it is genuine.
 *
 * @param content the sheet, as markup of our own templates
 * @param office for the file's data
 * @param link opens the page that says whether the paper is genuine
 * @param line "Cetakan ke-2, oleh …, 23 November 2026 pukul 10.05 WIB."
 */
public record Colophon(
        String title,
        String office,
        String number,
        String content,
        String link,
        String code,
        String line,
        boolean logo) {

    static Colophon of(Page page, Complaint c, Paper paper, String printer, boolean logo) {
        Times times = new Times(page.brand().zone(), Texts.DEFAULT);
        return new Colophon(
                Texts.get(Texts.DEFAULT, paper.kind().key()) + " " + c.publicNumber(),
                page.brand().name(),
                c.publicNumber(),
                paper.content(),
                page.brand().baseUrl() + "/periksa/" + paper.code(),
                paper.code().replaceAll("(.{4})(?=.)", "$1-"),
                Texts.get(Texts.DEFAULT, "paper.colophon.print", paper.prints(), printer, times.moment(page.now())),
                logo);
    }

    public String t(String key, Object... args) {
        return Texts.get(Texts.DEFAULT, key, args);
    }
}
