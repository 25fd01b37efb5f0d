package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Settings;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.message.MailServers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What the agency has decided about its own service: its name and face, the form, the days, the letterhead. */
@Controller
public class SettingPages {

    private final Agencies agencies;
    private final MailServers mail;

    SettingPages(Agencies agencies, MailServers mail) {
        this.agencies = agencies;
        this.mail = mail;
    }

    /** @param password whether one is kept for the mail server */
    public record Shown(Form form, List<SettingField.Group> groups, Agency agency, boolean password) {}

    @GetMapping("/kelola/pengaturan")
    @Access(Who.ADMIN)
    View show(Page page, Signed signed) {
        return View.of("admin/settings.jte", page, shown(signed, stored(signed)));
    }

    @PostMapping("/kelola/pengaturan")
    @Access(Who.ADMIN)
    View change(Page page, Signed signed, Form form) {
        Agency agency = readAgency(form, agency(signed));
        Map<String, String> changes = new LinkedHashMap<>();
        for (SettingField.Group group : SettingField.GROUPS)
            for (SettingField field : group.fields()) {
                String value = field.read(form);
                if (value != null) changes.put(field.name(), value);
            }
        String password = form.text("sandi_smtp_sandi", 200);
        if (form.checked("tanpa_sandi") || !password.isEmpty())
            changes.put("smtp_sandi", form.checked("tanpa_sandi") ? "" : mail.sealed(signed.agencyId(), password));
        if (form.ok() && agency != null && store(signed, agency, changes, form))
            return View.to(page, "/kelola/pengaturan").flash("admin.settings.stored");
        return View.of("admin/settings.jte", page, shown(signed, form)).status(422);
    }

    private Shown shown(Signed signed, Form form) {
        boolean password =
                !agencies.settings(signed.agencyId()).text("smtp_sandi").isEmpty();
        return new Shown(form, SettingField.GROUPS, agency(signed), password);
    }

    private boolean store(Signed signed, Agency agency, Map<String, String> changes, Form form) {
        try {
            if (!agency.equals(agency(signed))) agencies.change(agency, signed.officerId());
        } catch (DuplicateKeyException e) {
            form.wrong("host", "admin.agency.host-taken");
            return false;
        }
        agencies.set(signed.agencyId(), changes, signed.officerId());
        return true;
    }

    private static @Nullable Agency readAgency(Form form, Agency before) {
        String name = form.line("nama_instansi", 200);
        String government = form.line("pemerintah", 200);
        String host = form.line("host", 253).toLowerCase(Locale.ROOT);
        String baseUrl = form.line("alamat_dasar", 300).replaceAll("/+$", "");
        if (name.isEmpty()) form.wrong("nama_instansi", "admin.agency.name-missing");
        if (government.isEmpty()) form.wrong("pemerintah", "admin.agency.government-missing");
        if (!host.isEmpty() && !host.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) form.wrong("host", "admin.agency.host");
        if (!AgencyForm.address(baseUrl)) form.wrong("alamat_dasar", "admin.agency.address");
        if (!form.ok()) return null;
        return new Agency(
                before.id(),
                before.slug(),
                name,
                government,
                before.numberPrefix(),
                before.zone(),
                host.isEmpty() ? null : host,
                baseUrl,
                before.calendarVersion(),
                before.demo());
    }

    private Form stored(Signed signed) {
        Agency agency = agency(signed);
        Settings settings = agencies.settings(signed.agencyId());
        Map<String, String[]> values = new LinkedHashMap<>();
        values.put("nama_instansi", new String[] {agency.name()});
        values.put("pemerintah", new String[] {agency.government()});
        values.put("host", new String[] {agency.host() == null ? "" : agency.host()});
        values.put("alamat_dasar", new String[] {agency.baseUrl()});
        for (SettingField.Group group : SettingField.GROUPS)
            for (SettingField f : group.fields()) values.put(f.name(), values(f, settings));
        return new Form(values, Map.of());
    }

    private static String[] values(SettingField f, Settings settings) {
        return switch (f.kind()) {
            case CHOICES -> settings.list(f.name()).toArray(String[]::new);
            case LIST -> new String[] {String.join("\n", settings.list(f.name()))};
            case SECRET -> new String[0];
            default -> new String[] {settings.text(f.name())};
        };
    }

    private Agency agency(Signed signed) {
        return agencies.byId(signed.agencyId());
    }
}
