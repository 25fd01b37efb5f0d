package id.tindak.paper;

import id.tindak.agency.Agency;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import java.time.Instant;

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

    static Colophon of(Agency agency, Complaint c, Paper paper, String printer, Instant at, boolean logo) {
        Times times = new Times(agency.zone(), Texts.DEFAULT);
        return new Colophon(
                Texts.get(Texts.DEFAULT, paper.kind().key()) + " " + c.publicNumber(),
                agency.name(),
                c.publicNumber(),
                paper.content(),
                agency.baseUrl() + "/periksa/" + paper.code(),
                paper.code().replaceAll("(.{4})(?=.)", "$1-"),
                Texts.get(Texts.DEFAULT, "paper.colophon.print", paper.prints(), printer, times.moment(at)),
                logo);
    }

    public String t(String key, Object... args) {
        return Texts.get(Texts.DEFAULT, key, args);
    }
}
