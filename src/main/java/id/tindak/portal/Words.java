package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.TimeWords;

/** Time standards and deadlines in the words of a page. */
public final class Words {

    private Words() {}

    static TimeWords of(Page page) {
        return new TimeWords(page.brand().zone(), page.language());
    }

    public static String standard(Page page, TimeStandard t) {
        return of(page).standard(t);
    }
}
