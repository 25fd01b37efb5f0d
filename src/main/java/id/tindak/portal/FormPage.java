package id.tindak.portal;

import id.tindak.agency.Category;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.intake.KeptFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page with the complaint form shows.
 *
 * @param kept attachments that were stored already
 * @param after what happens once it is sent
 * @param similar published cases that say nearly the same; null where nothing is published, or an officer writes
 */
public record FormPage(
        Form form,
        Offer offer,
        List<KeptFile> kept,
        List<PathStep> after,
        @Nullable List<PublicItem> similar) {

    /** Name of the button that asks for them without sending the complaint. */
    static final String SIMILAR = "serupa";

    /** Which categories need a place, so that nobody learns it only after sending. */
    public String placeHint(Page page) {
        String needed = offer.categories().stream()
                .filter(Category::needsPlace)
                .map(Category::name)
                .collect(Collectors.joining(", "));
        return needed.isEmpty() ? page.t("portal.form.place-free") : page.t("portal.form.place-needed", needed);
    }

    public Map<String, String> reporterKinds(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        offer.reporterKinds().forEach(kind -> names.put(kind, Labels.reporterKind(page, kind)));
        return names;
    }

    public Map<String, String> relations(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        String who = offer.clerk() ? "portal.entry." : "portal.form.";
        for (String relation : ComplaintForm.RELATIONS)
            names.put(relation, page.t(who + relation.toLowerCase(Locale.ROOT)));
        return names;
    }

    static FormPage of(
            Page page,
            Form form,
            Offer offer,
            List<KeptFile> kept,
            ServiceTimes service,
            @Nullable List<PublicItem> similar) {
        return new FormPage(form, offer, kept, after(page, service), similar);
    }

    private static List<PathStep> after(Page page, ServiceTimes service) {
        List<PathStep> after = new ArrayList<>();
        after.add(next(page.t("portal.after.number"), page.t("portal.after.at-once")));
        for (ServiceTimes.Timed step : service.steps()) {
            var time = step.time();
            after.add(next(
                    step.title(),
                    time == null
                            ? step.actor()
                            : page.t("portal.after.step", step.actor(), Words.standard(page, time))));
        }
        var target = service.target();
        after.add(next(
                page.t("portal.after.answer"),
                target == null ? "" : page.t("portal.after.target", Words.standard(page, target))));
        return after;
    }

    private static PathStep next(String title, String note) {
        return new PathStep(PathStep.State.NEXT, title, note, null);
    }
}
