package id.tindak.admin;

import id.tindak.agency.Agency;
import id.tindak.base.web.Form;
import id.tindak.base.web.Routes;
import id.tindak.calendar.TimeZones;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A new agency as typed at the set-up. */
final class AgencyForm {

    private AgencyForm() {}

    /** @return null when the form has faults */
    static @Nullable Agency read(Form form, int id, List<Agency> others, Routes routes) {
        String name = form.line("nama_instansi", 200);
        String government = form.line("pemerintah", 200);
        String slug = form.line("alamat_singkat", 31).toLowerCase(Locale.ROOT);
        String prefix = form.line("awalan", 5).toUpperCase(Locale.ROOT);
        String baseUrl = form.line("alamat_dasar", 300).replaceAll("/+$", "");
        ZoneId zone = TimeZones.of(form.line("zona", 10));
        if (name.isEmpty()) form.wrong("nama_instansi", "admin.agency.name-missing");
        if (government.isEmpty()) form.wrong("pemerintah", "admin.agency.government-missing");
        if (!slug.matches("[a-z][a-z0-9-]{1,30}")) form.wrong("alamat_singkat", "admin.agency.slug");
        if (routes.isTaken(slug) || others.stream().anyMatch(a -> a.slug().equals(slug)))
            form.wrong("alamat_singkat", "admin.agency.slug-taken", slug);
        if (!prefix.matches("[A-Z]{2,5}")) form.wrong("awalan", "admin.agency.prefix");
        if (zone == null) form.wrong("zona", "admin.agency.zone");
        if (!address(baseUrl)) form.wrong("alamat_dasar", "admin.agency.address");
        if (!form.ok() || zone == null) return null;
        return new Agency(id, slug, name, government, prefix, zone, null, baseUrl, 1, false);
    }

    /** An address that can stand in mails: http or https, a host, nothing behind a question mark. */
    static boolean address(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
