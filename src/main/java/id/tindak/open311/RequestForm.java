package id.tindak.open311;

import id.tindak.agency.Category;
import id.tindak.api.Place;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.intake.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program posts as a service request: checked against the service and its attributes, all faults told at once. */
final class RequestForm {

    static final int DESCRIPTION = 4_000;
    private static final int LINE = 200;
    private static final int NAME = 100;
    private static final int MOST_MEDIA = 5;

    private final Page page;
    private final Form form;
    private final List<Services.Attribute> attributes;

    private RequestForm(Page page, Form form, List<Services.Attribute> attributes) {
        this.page = page;
        this.form = form;
        this.attributes = attributes;
    }

    /**
     * What was asked for.
     *
     * @param said everything that makes it differ from another, for {@link id.tindak.api.Submissions.Said}
     * @param accountId given back as it came
     */
    record Asked(
            Category service,
            Place place,
            String description,
            Map<String, String> attributes,
            Reporter reporter,
            List<String> media,
            @Nullable String accountId,
            List<String> said) {

        /** @param kind where none was chosen */
        NewComplaint.Draft draft(String kind, String channel, String body) {
            return NewComplaint.of(
                            attributes.getOrDefault(Services.KIND, kind), channel, NewComplaint.title(body), body)
                    .category(service.code())
                    .at(attributes.get(Services.DISTRICT), attributes.get(Services.VILLAGE), place.landmark())
                    .privacy(Privacy.valueOf(attributes.getOrDefault(Services.PRIVACY, Privacy.TERBUKA.name())))
                    .from(reporter);
        }
    }

    /** @throws Refused with every fault that was found */
    static Asked read(Page page, Form form, Category service, List<Services.Attribute> attributes) {
        return new RequestForm(page, form, attributes).read(service);
    }

    private Asked read(Category service) {
        Place place = place();
        String description = form.text("description", DESCRIPTION);
        Map<String, String> chosen = chosen();
        Reporter reporter = reporter();
        List<String> media = Stream.of("media_url", "media_url[]")
                .flatMap(name -> form.many(name).stream())
                .limit(MOST_MEDIA)
                .toList();
        if (!form.ok())
            throw Refused.of(400, form.errors().values().stream().map(page::t).toList());
        String account = form.one("account_id");
        List<String> said = Stream.concat(
                        Stream.of(
                                "account_id",
                                "device_id",
                                "email",
                                "phone",
                                "first_name",
                                "last_name",
                                "lat",
                                "long",
                                "address_string",
                                "address_id",
                                "description"),
                        attributes.stream().map(a -> field(a.code())))
                .map(form::value)
                .toList();
        List<String> all = new ArrayList<>(said);
        all.add(service.code());
        all.addAll(media);
        return new Asked(service, place, description, chosen, reporter, media, account, all);
    }

    private Place place() {
        Place place = Place.read(form, "lat", "long", "address_string", "address_id");
        if (form.ok() && !place.known()) form.wrong("lat", "georeport.fault.no-place");
        return place;
    }

    private Map<String, String> chosen() {
        Map<String, String> all = new java.util.HashMap<>();
        for (Services.Attribute a : attributes) {
            String value = value(a.code());
            if (value.isEmpty()) continue;
            if (value.length() > LINE || !a.choices().isEmpty() && !a.choices().containsKey(value))
                form.wrong(field(a.code()), "georeport.fault.attribute", a.code());
            all.put(a.code(), value);
        }
        return all;
    }

    private String value(String code) {
        return Stream.of(field(code), field(code) + "[]")
                .map(form::value)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String field(String code) {
        return "attribute[" + code + "]";
    }

    /** Checked as the web form checks the same. */
    private Reporter reporter() {
        String name = (form.line("first_name", NAME) + " " + form.line("last_name", NAME)).strip();
        Form person =
                Form.empty().with("nama", name).with("hp", form.value("phone")).with("email", form.value("email"));
        Identity identity = Identity.read(person, Map.of("nama", false, "hp", false, "email", false));
        person.errors().forEach((field, fault) -> form.wrong(field, fault.key(), fault.args()));
        return Reporter.person(identity.name(), null, identity.phone(), identity.email());
    }
}
