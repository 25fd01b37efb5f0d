package id.tindak.desk;

import id.tindak.base.web.Menu;
import id.tindak.handling.Drafts;
import java.util.List;

/** @param drafts own, newest first */
public record DraftsView(Menu menu, List<Drafts.Listed> drafts) {

    private static final int SHOWN = 200;

    /** The first words of a draft. */
    public String beginning(Drafts.Listed listed) {
        String text = listed.draft().text();
        return text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + " …";
    }
}
