package id.tindak.admin;

import id.tindak.account.Accounts;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.base.Ids;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Routes;
import id.tindak.base.web.View;
import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.TimeZones;
import id.tindak.sop.Fault;
import id.tindak.sop.SopFile;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Sets up an empty installation: agency, first administrator, SOP, calendar. 404 as soon as there is an administrator. */
@Controller
public class SetupPages {

    private static final String OWN = "sendiri";
    private static final Set<String> CALENDARS = Set.of("lima-hari", "enam-hari");
    private static final Map<String, String> ZONES = zones();
    private static final int LARGEST_SOP = 400_000;

    private final SetupCode code;
    private final Installation installation;
    private final BundledSops bundled;
    private final Agencies agencies;
    private final Accounts accounts;
    private final Routes routes;

    SetupPages(
            SetupCode code,
            Installation installation,
            BundledSops bundled,
            Agencies agencies,
            Accounts accounts,
            Routes routes) {
        this.code = code;
        this.installation = installation;
        this.bundled = bundled;
        this.agencies = agencies;
        this.accounts = accounts;
        this.routes = routes;
    }

    /** @param faults of an uploaded SOP */
    public record Shown(Form form, List<BundledSops.Choice> sops, List<Fault> faults, Map<String, String> zones) {}

    @GetMapping(FirstAdministrator.PATH)
    @Access(value = Who.SETUP, platform = true)
    View form(Page page, HttpServletRequest request) {
        Form form =
                Form.empty().with("zona", "WIB").with("kalender", "lima-hari").with("alamat_dasar", origin(request));
        return show(page, form, List.of());
    }

    @PostMapping(FirstAdministrator.PATH)
    @Access(value = Who.SETUP, platform = true)
    View install(Page page, Form form, HttpServletRequest request) {
        Agency agency = AgencyForm.read(form, nextId(), agencies.all(), routes);
        Officer admin = administrator(page, form, agency);
        String password = password(form, request);
        String calendar = calendar(form, agency);
        String sop = sop(form);
        List<Fault> faults = sop == null ? List.of() : faults(form, sop);
        String answer = form.ok() || form.value("kode").isEmpty() ? check(form) : null;
        if (answer != null) form.wrong("kode", answer);
        if (!form.ok() || agency == null || admin == null || sop == null || calendar == null)
            return show(page, form, faults).status(422);
        installation.found(agency, admin, password, calendar, page.t("admin.setup.calendar-reason"), sop);
        code.discard();
        return View.to(page, "/" + agency.slug() + "/masuk").flash("admin.setup.done", admin.username());
    }

    private View show(Page page, Form form, List<Fault> faults) {
        return View.of("admin/setup.jte", page, new Shown(form, bundled.choices(), faults, ZONES))
                .noStore();
    }

    /** Text key of what is wrong with the code; null when it is right. Asked last, so that a slip elsewhere costs no try. */
    private @Nullable String check(Form form) {
        if (form.value("kode").isEmpty()) return "admin.setup.code-missing";
        return switch (code.check(form.value("kode"))) {
            case RIGHT -> null;
            case WRONG -> "admin.setup.code-wrong";
            case TOO_OFTEN -> "admin.setup.code-often";
            case VOID -> "admin.setup.code-void";
        };
    }

    private static @Nullable Officer administrator(Page page, Form form, @Nullable Agency agency) {
        String username = form.line("pengguna", 50).toLowerCase(Locale.ROOT);
        String name = form.line("nama", 150);
        String email = form.line("surel", 200);
        String fault = OfficerForm.usernameFault(username, 0, List.of());
        if (fault != null) form.wrong("pengguna", fault, username);
        if (name.isEmpty()) form.wrong("nama", "admin.officer.name-missing");
        if (OfficerForm.emailFault(email) != null) form.wrong("surel", "admin.officer.email");
        if (!form.ok() || agency == null) return null;
        LocalDate today = LocalDate.ofInstant(page.now(), agency.zone());
        return new Officer(
                Ids.next(page.now()), username, name, null, OfficerForm.blank(email), null, today, null, true, null);
    }

    /** Exactly as typed: blanks at its ends count. */
    private String password(Form form, HttpServletRequest request) {
        String password = String.valueOf(request.getParameter("sandi"));
        String fault = accounts.fault(password, form.line("pengguna", 50));
        if (fault != null) form.wrong("sandi", fault, Accounts.SHORTEST_PASSWORD);
        else if (!password.equals(request.getParameter("sandi-ulang")))
            form.wrong("sandi-ulang", "admin.setup.password-differs");
        return password;
    }

    private static @Nullable String calendar(Form form, @Nullable Agency agency) {
        String name = form.value("kalender");
        if (!CALENDARS.contains(name)) {
            form.wrong("kalender", "admin.setup.calendar-missing");
            return null;
        }
        if (agency == null) return null;
        return CalendarFile.bundled(name).replaceFirst("zona: WIB", "zona: " + TimeZones.abbreviation(agency.zone()));
    }

    private @Nullable String sop(Form form) {
        String name = form.value("sop");
        if (name.equals(OWN)) return ListUpload.text(form, "berkas", "teks", LARGEST_SOP);
        String text = bundled.text(name);
        if (text == null) form.wrong("sop", "admin.setup.sop-missing");
        return text;
    }

    private static List<Fault> faults(Form form, String sop) {
        if (!(SopFile.read(sop) instanceof SopFile.Invalid invalid)) return List.of();
        form.wrong("teks", "admin.sop.faulty", invalid.faults().size());
        return invalid.faults();
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        for (String zone : List.of("WIB", "WITA", "WIT")) zones.put(zone, zone);
        return zones;
    }

    private int nextId() {
        return agencies.all().stream().mapToInt(Agency::id).max().orElse(0) + 1;
    }

    private static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
