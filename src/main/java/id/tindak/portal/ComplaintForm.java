package id.tindak.portal;

import id.tindak.agency.Category;
import id.tindak.base.web.Form;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.intake.Identity;
import id.tindak.intake.SubmissionKey;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The screen on which a complaint is written: checks what was typed against what the agency offers and its SOP asks for. */
final class ComplaintForm {

    static final String INFORMATION = "informasi";
    static final String ALONE = "perseorangan";
    static final String MYSELF = "SENDIRI";
    static final List<String> RELATIONS = List.of(MYSELF, "KUASA", "WALI");

    private static final int TITLE = 120;
    private static final int BODY = 10_000;
    private static final int LEAST_BODY = 20;
    private static final int LINE = 200;
    private static final int PARAGRAPH = 1_000;

    sealed interface Result {}

    record Accepted(NewComplaint complaint) implements Result {}

    /** The faults stand in the form itself. */
    record Faulty() implements Result {}

    /**
     * How the form came in.
     *
     * @param files called where the form shows the attachments, so that faults stand in the order of the page
     * @param suspect asked only when the form is accepted
     */
    record Source(
            String channel, @Nullable Long enteredBy, Supplier<List<StoredFile>> files, BooleanSupplier suspect) {}

    private final Form form;
    private final Offer offer;

    private ComplaintForm(Form form, Offer offer) {
        this.form = form;
        this.offer = offer;
    }

    static Result parse(Form form, Offer offer, Source source) {
        return new ComplaintForm(form, offer).parse(source);
    }

    /** The form as it is first shown: the first kind and privacy mode are chosen. */
    static Form fresh(Offer offer) {
        Form form = Form.empty();
        if (!offer.kinds().isEmpty()) form.with("jenis", offer.kinds().getFirst());
        if (!offer.privacies().isEmpty())
            form.with("sifat", offer.privacies().getFirst().name());
        if (offer.clerk()) form.with("kanal", offer.channels().getFirst());
        if (!offer.reporterKinds().isEmpty())
            form.with("jenis_pelapor", offer.reporterKinds().getFirst());
        return form.with("menyangkut", "tidak")
                .with("hubungan", MYSELF)
                .with(SubmissionKey.FIELD, SubmissionKey.fresh());
    }

    private Result parse(Source source) {
        String channel = offer.clerk() ? chosen("kanal", offer.channels(), "portal.form.channel-missing") : null;
        String kind = chosen("jenis", offer.kinds(), "portal.form.kind-missing");
        String title = titled();
        String body = body();
        String purpose =
                INFORMATION.equals(kind) ? form.required("maksud", PARAGRAPH, "portal.form.purpose-missing") : "";
        Long target = target();
        Category category = category();
        String district = district(category);
        String village = orNull(form.line("desa", LINE));
        String landmark = landmark(category);
        var files = source.files().get();
        // a name that was typed counts, whatever was ticked: the field is hidden by the style sheet alone
        boolean concerns =
                "ya".equals(form.one("menyangkut")) || !form.value("terlapor").isBlank();
        String accused = concerns ? form.required("terlapor", PARAGRAPH, "portal.form.accused-missing") : "";
        Privacy privacy = privacy();
        Reporter reporter = privacy == Privacy.TANPA_IDENTITAS ? Reporter.NOBODY : reporter();
        if (!form.checked("benar")) form.wrong("benar", "portal.form.truth-missing");
        if (!form.ok()) return new Faulty();
        return new Accepted(NewComplaint.of(kind, channel == null ? source.channel() : channel, title, body)
                .submission(SubmissionKey.of(form.value(SubmissionKey.FIELD), title, body))
                .purpose(orNull(purpose))
                .accusing(orNull(accused))
                .category(category == null ? null : category.code())
                .at(district, village, landmark)
                .privacy(privacy)
                .suspect(source.suspect().getAsBoolean())
                .enteredBy(source.enteredBy())
                .to(target)
                .from(reporter)
                .with(files)
                .done());
    }

    private String titled() {
        String title = form.line("judul", TITLE);
        if (title.isEmpty()) form.wrong("judul", "portal.form.title-missing");
        return title;
    }

    private String body() {
        String body = form.text("uraian", BODY);
        int length = body.codePointCount(0, body.length());
        if (length == 0) form.wrong("uraian", "portal.form.body-missing");
        else if (length < LEAST_BODY) form.wrong("uraian", "portal.form.body-short", LEAST_BODY, length);
        return body;
    }

    private @Nullable Long target() {
        if (offer.targets().isEmpty()) return null;
        if (form.one("tujuan") == null && !offer.targetKnown()) return null;
        Long chosen = form.id("tujuan");
        if (chosen == null || offer.targets().stream().noneMatch(u -> u.id() == chosen))
            form.wrong("tujuan", "portal.form.target-missing");
        return chosen;
    }

    private @Nullable Category category() {
        String code = form.one("kategori");
        if (code == null) return null;
        Category found = offer.category(code).orElse(null);
        if (found == null) form.wrong("kategori", "portal.form.category-unknown");
        return found;
    }

    private @Nullable String district(@Nullable Category category) {
        String district = form.line("kecamatan", LINE);
        if (!district.isEmpty()
                && !offer.districts().isEmpty()
                && !offer.districts().contains(district)) form.wrong("kecamatan", "portal.form.district-unknown");
        if (district.isEmpty() && category != null && category.needsPlace())
            form.wrong("kecamatan", "portal.form.district-missing", category.name());
        return orNull(district);
    }

    private @Nullable String landmark(@Nullable Category category) {
        String landmark = form.line("patokan", LINE);
        if (landmark.isEmpty() && category != null && category.needsPlace())
            form.wrong("patokan", "portal.form.landmark-missing", category.name());
        return orNull(landmark);
    }

    private Privacy privacy() {
        String name = form.one("sifat");
        return offer.privacies().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    form.wrong("sifat", "portal.form.privacy-missing");
                    return Privacy.RAHASIA;
                });
    }

    private Reporter reporter() {
        String kind = chosen("jenis_pelapor", offer.reporterKinds(), "portal.form.reporter-missing");
        String organisation = ALONE.equals(kind) ? "" : form.line("lembaga", LINE);
        if (!ALONE.equals(kind) && organisation.isEmpty()) form.wrong("lembaga", "portal.form.organisation-missing");
        String relation = chosen("hubungan", RELATIONS, "portal.form.relation-missing");
        String represents = MYSELF.equals(relation) ? "" : form.line("diwakili", LINE);
        if (!MYSELF.equals(relation) && represents.isEmpty()) form.wrong("diwakili", "portal.form.represents-missing");
        Identity identity = Identity.read(form, offer.identity());
        return new Reporter(
                kind,
                identity.name(),
                orNull(organisation),
                identity.address(),
                identity.phone(),
                identity.email(),
                null,
                relation,
                orNull(represents),
                null,
                null);
    }

    private String chosen(String field, java.util.Collection<String> choices, String fault) {
        String value = form.one(field);
        if (value != null && choices.contains(value)) return value;
        form.wrong(field, fault);
        return "";
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
