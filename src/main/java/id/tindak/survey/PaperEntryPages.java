package id.tindak.survey;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.paper.SheetPress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Paper forms: printed for a pen, and typed in again, nine digits and Enter for each. */
@Controller
public class PaperEntryPages {

    private static final String HERE = "/meja/survei/kertas";
    /** What stays the same from one form of a stack to the next. */
    private static final List<String> KEPT = List.of("hari", "paruh", "unit", "layanan");

    private final Surveys surveys;
    private final SurveyStore store;
    private final Results results;
    private final SheetPress press;

    PaperEntryPages(Surveys surveys, SurveyStore store, Results results, SheetPress press) {
        this.surveys = surveys;
        this.store = store;
        this.results = results;
        this.press = press;
    }

    /**
     * @param typed how many forms this officer typed today
     * @param last the digits of the one before, to be compared with the paper; empty at the first
     * @param lastId by which it can be taken out again
     */
    public record Typing(
            Form form,
            Instrument instrument,
            List<Instrument.Element> elements,
            Map<String, String> units,
            List<String> services,
            String key,
            int typed,
            String last,
            String lastId) {}

    @GetMapping(HERE)
    @Access(Who.OFFICER)
    View type(Page page, Signed me, Form form) {
        results.open(me);
        form.with("hari", surveys.today(me.agencyId()).toString());
        return shown(page, me, form);
    }

    @PostMapping(HERE)
    @Access(Who.OFFICER)
    View store(Page page, Signed me, Form form) {
        results.open(me);
        LocalDate today = surveys.today(me.agencyId());
        LocalDate day = DateField.read(form, "hari", false);
        if (day != null && day.isAfter(today)) form.wrong("hari", "survey.paper.future");
        Instrument instrument = Instrument.on(day == null ? today : day);
        SurveyForm.Filled filled = SurveyForm.typed(form, instrument, surveys.elements(me.agencyId(), instrument));
        if (form.id("unit") != null && !results.units(me.agencyId()).containsKey(form.value("unit")))
            form.wrong("unit", "survey.form.choice");
        if (filled == null || day == null || !form.ok())
            return shown(page, me, form).status(422);
        long id = key(form);
        surveys.answer(
                me.agencyId(),
                new Response(
                        id,
                        instrument.code(),
                        day,
                        half(form),
                        Response.Origin.KERTAS,
                        null,
                        form.id("unit"),
                        service(me, form),
                        filled.values(),
                        filled.person(),
                        filled.suggestion(),
                        new Response.Entered(me.officerId(), today)));
        return View.to(page, HERE + "?terakhir=" + id + kept(form));
    }

    /** Takes the form typed last out again. */
    @PostMapping(HERE + "/{id}/batal")
    @Access(Who.OFFICER)
    View remove(Page page, Signed me, @PathVariable long id, Form form) {
        results.open(me);
        if (!surveys.remove(me.agencyId(), me.officerId(), id)) throw Problem.notFound();
        return View.to(page, HERE + "?" + kept(form).replaceFirst("^&", "")).flash("survey.paper.removed");
    }

    /** The form for a pen. */
    @GetMapping("/meja/survei/formulir")
    @Access(Who.OFFICER)
    org.springframework.web.servlet.View paper(Page page, Signed me) {
        results.open(me);
        LocalDate today = surveys.today(me.agencyId());
        Instrument instrument = Instrument.on(today);
        return press.download(
                me.agencyId(),
                "survey/paper-pdf.jte",
                Map.of("page", page, "instrument", instrument, "elements", surveys.elements(me.agencyId(), instrument)),
                "formulir-survei.pdf");
    }

    private View shown(Page page, Signed me, Form form) {
        LocalDate today = surveys.today(me.agencyId());
        Instrument instrument = Instrument.on(today);
        List<Instrument.Element> elements = surveys.elements(me.agencyId(), instrument);
        Long lastId = form.id("terakhir");
        SurveyStore.@Nullable Row last = lastId == null
                ? null
                : store.typed(me.agencyId(), me.officerId(), today, lastId).orElse(null);
        return View.of(
                "survey/typing.jte",
                page,
                new Typing(
                        form,
                        instrument,
                        elements,
                        results.units(me.agencyId()),
                        surveys.services(me.agencyId()),
                        Long.toString(form.ok() ? Surveys.randomId() : key(form)),
                        store.typed(me.agencyId(), me.officerId(), today),
                        last == null ? "" : digits(last, elements),
                        last == null ? "" : Long.toString(last.id())));
    }

    private static String digits(SurveyStore.Row row, List<Instrument.Element> elements) {
        StringBuilder digits = new StringBuilder();
        elements.forEach(e -> digits.append(row.values().getOrDefault(e.code(), 0)));
        return digits.toString();
    }

    private static long key(Form form) {
        Long key = form.id("kunci");
        return key == null ? Surveys.randomId() : key;
    }

    private static Response.@Nullable Half half(Form form) {
        return switch (form.value("paruh")) {
            case "PAGI" -> Response.Half.PAGI;
            case "SIANG" -> Response.Half.SIANG;
            default -> null;
        };
    }

    private String service(Signed me, Form form) {
        List<String> services = surveys.services(me.agencyId());
        return services.contains(form.value("layanan")) ? form.value("layanan") : services.getFirst();
    }

    private static String kept(Form form) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> kept.put(name, Objects.requireNonNullElse(form.one(name), "")));
        StringBuilder query = new StringBuilder();
        kept.forEach((name, value) -> {
            if (!value.isEmpty())
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return query.toString();
    }
}
