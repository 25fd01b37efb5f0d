package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.EnteredField;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Corrections;
import id.tindak.handling.Outcome;
import id.tindak.intake.Identity;
import id.tindak.message.Message;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ralat of what the office wrote down: one field at a time, with a reason; what stood there stays, struck through. */
@Controller
public class CorrectionPages {

    private static final int REASON = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-uuuu HH.mm");

    private final CaseShow cases;
    private final Corrections corrections;

    CorrectionPages(CaseShow cases, Corrections corrections) {
        this.cases = cases;
        this.corrections = corrections;
    }

    /**
     * @param fields what may be corrected: key to label
     * @param text the complaint's text as it stands, or as it was just typed
     */
    public record Correcting(
            Menu menu, String number, String title, Form form, Map<String, String> fields, String text, Noted noted) {

        /** The form of the text, not of a single value, was sent and came back. */
        public boolean ofText() {
            return form.value("isian").equals(EnteredField.URAIAN.key());
        }
    }

    @GetMapping("/aduan/{number}/ralat")
    @Access(Who.OFFICER)
    View show(Page page, Signed me, @PathVariable String number) {
        return shown(page, file(page, me, number), Form.empty());
    }

    @PostMapping("/aduan/{number}/ralat")
    @Access(Who.OFFICER)
    View correct(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = file(page, me, number);
        EnteredField field = EnteredField.of(form.value("isian"))
                .filter(EnteredField::correctable)
                .orElse(null);
        if (field == null) form.wrong("isian", "register.fieldMissing");
        String value = field == null ? "" : value(page, form, field);
        String reason = form.required("alasan", REASON, "register.reasonMissing");
        if (!form.ok() || field == null) return shown(page, file, form).status(422);
        Outcome outcome = corrections.correct(
                me.agencyId(), me.officerId(), file.k().complaint().id(), field, value, reason, (int)
                        form.number("ralat"));
        if (outcome instanceof Outcome.Done)
            return View.to(page, StepPages.here(number)).flash("desk.correct.done", Noted.label(page, field));
        if (outcome instanceof Outcome.Refused refused) form.wrong(at(field, refused.field()), refused.reason());
        return shown(page, file(page, me, number), form).status(422);
    }

    /** The field of the form that a refusal is about: the text has a form of its own. */
    private static String at(EnteredField corrected, String refused) {
        if (refused.isEmpty()) return "isian";
        return refused.equals("nilai") && corrected == EnteredField.URAIAN ? "uraian" : refused;
    }

    /** As it is stored; what is wrong is noted at the field of the new value. */
    private static String value(Page page, Form form, EnteredField field) {
        if (field == EnteredField.URAIAN) return form.text("uraian", field.max());
        String typed = form.line("nilai", field.max());
        if (typed.isEmpty() || form.error("nilai") != null) return typed;
        return switch (field) {
            case TANGGAL_SURAT -> day(page, form, typed);
            case WAKTU_TAYANG, DITERIMA -> moment(form, typed, page.times().zone());
            case HP, EMAIL -> address(form, field, typed);
            default -> typed;
        };
    }

    private static String day(Page page, Form form, String typed) {
        LocalDate day = DateField.parse(typed.replaceAll("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})", "$3-$2-$1"));
        if (day == null) form.wrong("nilai", "desk.correct.day");
        else if (day.isAfter(LocalDate.ofInstant(page.now(), page.times().zone())))
            form.wrong("nilai", "desk.correct.ahead");
        return day == null ? typed : day.toString();
    }

    private static String moment(Form form, String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed.replace(':', '.'), MOMENT)
                    .atZone(zone)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException e) {
            form.wrong("nilai", "desk.correct.moment");
            return typed;
        }
    }

    private static String address(Form form, EnteredField field, String typed) {
        Form alone = Form.empty().with(field.key(), typed);
        Identity read = Identity.read(alone, Map.of(field.key(), true));
        var fault = alone.error(field.key());
        if (fault != null) form.wrong("nilai", fault.key(), fault.args());
        String value = field == EnteredField.HP ? read.phone() : read.email();
        return value == null ? typed : value;
    }

    private CaseFile file(Page page, Signed me, String number) {
        CaseFile file = cases.file(me, number);
        if (!cases.noted(page, file).mayCorrect()) throw Problem.of(404, "desk.correct.none");
        return file;
    }

    private View shown(Page page, CaseFile file, Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(EnteredField.values())
                .filter(f -> f.correctable()
                        && f != EnteredField.URAIAN
                        && (!f.personal() || file.sight().identity()))
                .forEach(f -> fields.put(f.key(), Noted.label(page, f)));
        var c = file.k().complaint();
        return View.of(
                "desk/correct.jte",
                page,
                new Correcting(
                        DeskMenu.plain(page, "", file.agencyDesk()),
                        c.publicNumber(),
                        c.title(),
                        form,
                        fields,
                        text(file, form),
                        cases.noted(page, file)));
    }

    private static String text(CaseFile file, Form form) {
        String typed = form.value("uraian");
        return typed.isEmpty() ? Message.ofComplaint(file.messages()) : typed;
    }
}
