package id.tindak.admin;

import id.tindak.agency.Officer;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One officer as typed. */
final class OfficerForm {

    private OfficerForm() {}

    static Form of(Officer o, ZoneId zone) {
        Form form = Form.empty()
                .with("pengguna", o.username())
                .with("nama", o.name())
                .with("nip", text(o.nip()))
                .with("surel", text(o.email()))
                .with("telepon", text(o.phone()))
                .with("mulai", o.activeFrom().toString());
        if (o.admin()) form.with("admin", "ya");
        Instant auditor = o.auditorUntil();
        // the mandate ends with the day that was chosen, so the moment stored is the midnight after it
        if (auditor != null)
            form.with("auditor", auditor.atZone(zone).toLocalDate().minusDays(1).toString());
        return form;
    }

    /** @return null when the form has faults */
    static @Nullable Officer read(Form form, long id, @Nullable LocalDate activeUntil, List<Officer> all, ZoneId zone) {
        String username = form.line("pengguna", 50).toLowerCase(Locale.ROOT);
        String name = form.line("nama", 150);
        String nip = form.line("nip", 30).replace(" ", "");
        String email = form.line("surel", 200);
        String phone = form.line("telepon", 30);
        LocalDate from = DateField.read(form, "mulai", false);
        LocalDate auditor = DateField.read(form, "auditor", true);
        note(form, "pengguna", usernameFault(username, id, all), username);
        if (name.isEmpty()) form.wrong("nama", "admin.officer.name-missing");
        note(form, "nip", nipFault(nip, id, all), nip);
        note(form, "surel", emailFault(email), email);
        note(form, "telepon", phoneFault(phone), phone);
        if (auditor != null && form.checked("admin")) form.wrong("auditor", "admin.officer.admin-or-auditor");
        if (!form.ok() || from == null) return null;
        return new Officer(
                id,
                username,
                name,
                blank(nip),
                blank(email),
                blank(phone),
                from,
                activeUntil,
                form.checked("admin"),
                auditor == null ? null : auditor.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static @Nullable String usernameFault(String username, long id, List<Officer> all) {
        if (username.isEmpty()) return "admin.officer.username-missing";
        if (!username.matches("[a-z0-9][a-z0-9._-]{2,49}")) return "admin.officer.username";
        boolean taken = all.stream().anyMatch(o -> o.id() != id && o.username().equalsIgnoreCase(username));
        return taken ? "admin.officer.username-taken" : null;
    }

    static @Nullable String nipFault(String nip, long id, List<Officer> all) {
        if (nip.isEmpty()) return null;
        if (!nip.matches("\\d{18}")) return "admin.officer.nip";
        return all.stream().anyMatch(o -> o.id() != id && nip.equals(o.nip())) ? "admin.officer.nip-taken" : null;
    }

    static @Nullable String emailFault(String email) {
        return Officer.reads(email) ? null : "admin.officer.email";
    }

    static @Nullable String phoneFault(String phone) {
        return phone.isEmpty() || phone.matches("\\+?[0-9][0-9 ()-]{6,24}") ? null : "admin.officer.phone";
    }

    static @Nullable String blank(String s) {
        return s.isEmpty() ? null : s;
    }

    private static void note(Form form, String field, @Nullable String fault, String typed) {
        if (fault != null) form.wrong(field, fault, typed);
    }

    private static String text(@Nullable String s) {
        return s == null ? "" : s;
    }
}
