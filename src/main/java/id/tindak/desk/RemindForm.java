package id.tindak.desk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.base.web.Page;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Reminders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminding as a form: whom it reaches, and a polite text in the coordinator's name to begin with. */
@Component
public class RemindForm {

    private final Reminders reminders;
    private final People people;
    private final Agencies agencies;

    RemindForm(Reminders reminders, People people, Agencies agencies) {
        this.reminders = reminders;
        this.people = people;
        this.agencies = agencies;
    }

    /**
     * One piece of open work to remind of.
     *
     * @param step "3. Periksa disposisi"
     * @param to names, copies last in words
     * @param text to begin with
     */
    public record Offer(long assignment, String step, String to, String text) {

        /** Name of the form, to tell apart the forms of a page. */
        public String form() {
            return "ingatkan-" + assignment;
        }
    }

    List<Offer> offers(Page page, CaseFile file) {
        List<Offer> offers = new ArrayList<>();
        for (Assignment a : reminders.offered(file.k(), page.signed().officerId(), file.holdings())) {
            Reminders.Reached reached = reminders.reached(file.k(), a);
            String step = a.step() + ". " + file.k().step(a).title();
            String to = page.t("desk.remind.to", names(page, reached.to()));
            offers.add(new Offer(
                    a.id(),
                    step,
                    reached.copy().isEmpty() ? to : to + " " + page.t("desk.remind.copy", names(page, reached.copy())),
                    text(page, file.k().complaint().publicNumber(), step, a.deadline())));
        }
        return offers;
    }

    /** For many cases at once: names none of them. */
    String textOfMany(Page page) {
        return page.t("desk.remind.many") + "\n\n" + signature(page);
    }

    private String text(Page page, String number, String step, @Nullable Instant deadline) {
        String asked = deadline == null
                ? page.t("desk.remind.text", number, step)
                : page.t("desk.remind.textDue", number, step, page.times().moment(deadline));
        return asked + "\n\n" + signature(page);
    }

    private String signature(Page page) {
        Settings settings = agencies.settings(page.brand().agencyId());
        String name = settings.text("pengingat_nama");
        return name.isBlank()
                ? page.t(
                        "notice.coordinator",
                        agencies.byId(page.brand().agencyId()).name())
                : name;
    }

    private String names(Page page, Set<Long> ids) {
        String names = people.officers(page.brand().agencyId(), ids).values().stream()
                .map(Officer::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? page.t("desk.remind.nobody") : names;
    }
}
