package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.CalendarVersion;
import id.tindak.agency.Calendars;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.calendar.CalendarDefinition;
import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.Holiday;
import id.tindak.calendar.TimeWords;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Handovers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The working calendar: what holds now, editing it as text with a check and a preview, and declaring a disturbance. */
@Controller
public class CalendarPages {

    private static final int LONGEST = 60_000;
    private static final int DAYS_AHEAD = 30;

    private final Calendars calendars;
    private final Agencies agencies;
    private final People people;
    private final Handovers handovers;

    CalendarPages(Calendars calendars, Agencies agencies, People people, Handovers handovers) {
        this.calendars = calendars;
        this.agencies = agencies;
        this.people = people;
        this.handovers = handovers;
    }

    public record Shown(
            CalendarDefinition definition,
            String week,
            List<Holiday> holidays,
            List<CalendarVersion> versions,
            int version,
            Form disturbance) {}

    /** @param changed the hours differ from those in force */
    public record Day(LocalDate day, String hours, boolean open, boolean changed) {}

    /** @param days empty before a check */
    public record Editing(
            Form form, List<CalendarFile.Fault> faults, List<Day> days, Handovers.@Nullable Moves moves) {}

    @GetMapping("/kelola/kalender")
    @Access(Who.ADMIN)
    View show(Page page, Signed signed) {
        return show(page, signed, Form.empty());
    }

    @GetMapping("/kelola/kalender/ubah")
    @Access(Who.ADMIN)
    View edit(Page page, Signed signed) {
        Form form = Form.empty().with("teks", text(signed.agencyId()));
        return View.of("admin/calendar-edit.jte", page, new Editing(form, List.of(), List.of(), null));
    }

    /** Checks and shows what would change; stores nothing. */
    @PostMapping("/kelola/kalender/periksa")
    @Access(Who.ADMIN)
    View check(Page page, Signed signed, Form form) {
        CalendarDefinition definition = read(page, signed, form);
        Editing m = definition == null ? faulty(form) : preview(page, signed, form, definition);
        return View.of("admin/calendar-edit.jte", page, m).status(definition == null ? 422 : 200);
    }

    @PostMapping("/kelola/kalender/ubah")
    @Access(Who.ADMIN)
    View change(Page page, Signed signed, Form form) {
        CalendarDefinition definition = read(page, signed, form);
        String reason = form.line("alasan", 300);
        if (reason.isEmpty()) form.wrong("alasan", "admin.calendar.reason-missing");
        if (definition == null || !form.ok()) {
            Editing m = definition == null ? faulty(form) : preview(page, signed, form, definition);
            return View.of("admin/calendar-edit.jte", page, m).status(422);
        }
        int version = calendars.change(signed.agencyId(), form.value("teks"), reason, signed.officerId());
        return View.to(page, "/kelola/kalender").flash("admin.calendar.changed", version);
    }

    @PostMapping("/kelola/kalender/gangguan")
    @Access(Who.ADMIN)
    View disturb(Page page, Signed signed, Form form) {
        int agency = signed.agencyId();
        CalendarDefinition.Disturbance disturbance =
                DisturbanceForm.read(form, page.brand().zone(), page.now());
        if (disturbance == null) return show(page, signed, form).status(422);
        String text = DisturbanceForm.add(text(agency), disturbance);
        int version = calendars.change(agency, text, disturbance.reason(), signed.officerId());
        return View.to(page, "/kelola/kalender").flash("admin.calendar.disturbed", version);
    }

    private View show(Page page, Signed signed, Form form) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        CalendarDefinition definition = definition(text(agency));
        TimeWords words = new TimeWords(page.brand().zone(), page.language());
        List<Holiday> ahead = calendars.holidays().stream()
                .filter(h -> !h.date().isBefore(today))
                .limit(12)
                .toList();
        Shown m = new Shown(
                definition,
                words.week(definition.week()),
                ahead,
                calendars.versions(agency),
                agencies.byId(agency).calendarVersion(),
                form);
        return View.of("admin/calendar.jte", page, m);
    }

    /** Null when the text has faults. */
    private @Nullable CalendarDefinition read(Page page, Signed signed, Form form) {
        String text = form.text("teks", LONGEST);
        if (!form.ok() || !(CalendarFile.read(text) instanceof CalendarFile.Valid valid)) {
            form.wrong("teks", "admin.calendar.faulty");
            return null;
        }
        if (!valid.definition().zone().equals(agencies.byId(signed.agencyId()).zone())) {
            form.wrong("teks", "admin.calendar.zone", page.times().zoneName());
            return null;
        }
        return valid.definition();
    }

    private static Editing faulty(Form form) {
        List<CalendarFile.Fault> faults = CalendarFile.read(form.value("teks")) instanceof CalendarFile.Invalid invalid
                ? invalid.faults()
                : List.of();
        return new Editing(form, faults, List.of(), null);
    }

    private Editing preview(Page page, Signed signed, Form form, CalendarDefinition definition) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        WorkCalendar before = calendars.current(agency);
        WorkCalendar after = calendars.tryOut(definition);
        List<Day> days = today.datesUntil(today.plusDays(DAYS_AHEAD))
                .map(d -> new Day(
                        d, hours(after, d), after.isOpen(d), !after.hours(d).equals(before.hours(d))))
                .toList();
        return new Editing(form, List.of(), days, handovers.moves(agency, before, after));
    }

    private static String hours(WorkCalendar calendar, LocalDate day) {
        return calendar.hours(day).stream()
                .map(i -> i.from().toString().replace(':', '.') + "–"
                        + i.to().toString().replace(':', '.'))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String text(int agency) {
        return calendars.text(agency, agencies.byId(agency).calendarVersion());
    }

    private static CalendarDefinition definition(String text) {
        if (CalendarFile.read(text) instanceof CalendarFile.Valid valid) return valid.definition();
        throw new IllegalStateException("the calendar in force does not read");
    }
}
