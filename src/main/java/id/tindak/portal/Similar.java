package id.tindak.portal;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.publication.Publications;
import id.tindak.sop.Sop;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published cases that say nearly the same as what somebody is writing: perhaps the answer is there already. */
@Component
class Similar {

    private static final int MOST = 3;
    /** Characters of a text that are looked at. */
    private static final int LONGEST = 300;

    private final Publications publications;
    private final Agencies agencies;
    private final People people;

    Similar(Publications publications, Agencies agencies, People people) {
        this.publications = publications;
        this.agencies = agencies;
        this.people = people;
    }

    /** By the title of the form; null where the procedure publishes nothing. */
    @Nullable
    List<PublicItem> to(Page page, Sop sop, Form form) {
        return sop.publishers().isEmpty() ? null : to(page, form.value("judul"));
    }

    List<PublicItem> to(Page page, String text) {
        int agency = page.brand().agencyId();
        String begin =
                text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
        return publications.similar(agency, begin, MOST).stream()
                .map(p -> PublicItem.of(page, p, names(agency)))
                .toList();
    }

    PublicNames names(int agency) {
        return PublicNames.of(
                agencies.categories(agency),
                people.units(agency),
                agencies.settings(agency).list("kecamatan"));
    }
}
