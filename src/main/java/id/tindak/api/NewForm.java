package id.tindak.api;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.Settings;
import id.tindak.base.web.Form;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.intake.Identity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A complaint as a program writes it for the own API, checked against what the agency offers. */
@Component
class NewForm {

    private static final int TITLE = 120;
    private static final int BODY = 10_000;
    private static final int LINE = 200;
    private static final String PERSON = "pelapor.";
    private static final Map<String, Boolean> IDENTITY =
            Map.of("nama", false, "alamat", false, "hp", false, "email", false);

    static final Set<String> FIELDS = Set.of(
            "jenis",
            "judul",
            "isi",
            "kategori",
            "kecamatan",
            "desa",
            "patokan",
            "lintang",
            "bujur",
            "kerahasiaan",
            PERSON + "nama",
            PERSON + "alamat",
            PERSON + "hp",
            PERSON + "email");

    private final Agencies agencies;

    NewForm(Agencies agencies) {
        this.agencies = agencies;
    }

    record Read(Place place, NewComplaint.Draft draft) {}

    /** @throws ApiFault with every fault that was found */
    Read read(int agencyId, Form form, String channel) {
        Settings s = agencies.settings(agencyId);
        String kind = choice(form, "jenis", s.list("jenis"), s.list("jenis").getFirst());
        String title = form.line("judul", TITLE);
        String body = form.required("isi", BODY, "portal.form.body-missing");
        String category = choice(form, "kategori", categories(agencyId), null);
        List<String> districts = s.list("kecamatan");
        String district =
                districts.isEmpty() ? orNull(form.line("kecamatan", LINE)) : choice(form, "kecamatan", districts, null);
        String village = orNull(form.line("desa", LINE));
        Place place = Place.read(form, "lintang", "bujur", "patokan", "");
        String privacy = choice(form, "kerahasiaan", s.list("kerahasiaan"), Privacy.TERBUKA.name());
        Reporter reporter = reporter(form);
        if (!form.ok()) throw ApiFault.fields(form);
        return new Read(
                place,
                NewComplaint.of(String.valueOf(kind), channel, title.isEmpty() ? NewComplaint.title(body) : title, body)
                        .category(category)
                        .at(district, village, place.landmark())
                        .privacy(Privacy.valueOf(String.valueOf(privacy)))
                        .from(reporter));
    }

    private List<String> categories(int agencyId) {
        return agencies.categories(agencyId).stream()
                .filter(Category::active)
                .map(Category::code)
                .toList();
    }

    private static @Nullable String choice(Form form, String field, List<String> offered, @Nullable String usual) {
        String value = form.one(field);
        if (value == null || offered.contains(value)) return value == null ? usual : value;
        form.wrong(field, "api.fault.choice", String.join(", ", offered));
        return usual;
    }

    /** Checked as the web form checks the same; faults go back to the fields of the object. */
    private static Reporter reporter(Form form) {
        Form person = Form.empty();
        IDENTITY.keySet().forEach(field -> person.with(field, form.value(PERSON + field)));
        Identity identity = Identity.read(person, IDENTITY);
        person.errors().forEach((field, fault) -> form.wrong(PERSON + field, fault.key(), fault.args()));
        return Reporter.person(identity.name(), identity.address(), identity.phone(), identity.email());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
