package id.tindak.admin;

import id.tindak.account.Accounts;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.Ids;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Handovers;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Officers: list, search, add, change, end, and the one-time link with which each sets the own password. */
@Controller
public class OfficerPages {

    private static final int SHOWN = 100;

    private final People people;
    private final Handovers handovers;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final RoleNames roleNames;

    OfficerPages(People people, Handovers handovers, Accounts accounts, PasswordLinks links, RoleNames roleNames) {
        this.people = people;
        this.handovers = handovers;
        this.accounts = accounts;
        this.links = links;
        this.roleNames = roleNames;
    }

    /** @param roles in words, as held today */
    public record Row(Officer officer, List<String> roles, boolean active, boolean auditor) {}

    public record Listing(String search, List<Row> rows, int found, int all) {}

    /** @param officer null for a new one */
    public record Editing(Form form, @Nullable Officer officer, String action) {}

    public record Ending(Form form, Officer officer, List<String> roles, List<Handovers.Work> work) {}

    /** @param link whole address, shown this one time */
    public record Link(Officer officer, String link) {}

    @GetMapping("/kelola/petugas")
    @Access(Who.ADMIN)
    View list(Page page, Signed signed, Form form) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        String search = form.line("cari", 100);
        List<Officer> all = people.officers(agency);
        List<Officer> found = all.stream().filter(o -> matches(o, search)).toList();
        Map<Long, List<RoleHolder>> held =
                people.holdersToday(agency).stream().collect(Collectors.groupingBy(RoleHolder::officerId));
        RoleNames.Of names = roleNames.of(agency);
        List<Row> rows = found.stream()
                .limit(SHOWN)
                .map(o -> new Row(
                        o,
                        names.lines(held.getOrDefault(o.id(), List.of())),
                        o.activeOn(today),
                        o.auditorUntil() != null))
                .toList();
        return View.of("admin/officers.jte", page, new Listing(search, rows, found.size(), all.size()));
    }

    @GetMapping("/kelola/petugas/baru")
    @Access(Who.ADMIN)
    View blank(Page page, Signed signed) {
        Form form = Form.empty().with("mulai", people.today(signed.agencyId()).toString());
        return View.of("admin/officer.jte", page, new Editing(form, null, "/kelola/petugas/baru"));
    }

    @PostMapping("/kelola/petugas/baru")
    @Access(Who.ADMIN)
    View add(Page page, Signed signed, Form form) {
        List<Officer> all = people.officers(signed.agencyId());
        Officer officer = OfficerForm.read(
                form, Ids.next(page.now()), null, all, page.brand().zone());
        if (officer != null) {
            try {
                people.add(signed.agencyId(), officer, signed.officerId());
                return View.to(page, "/kelola/petugas/" + officer.id()).flash("admin.officer.added", officer.name());
            } catch (DuplicateKeyException e) {
                form.wrong("pengguna", "admin.officer.username-taken", officer.username());
            }
        }
        return View.of("admin/officer.jte", page, new Editing(form, null, "/kelola/petugas/baru"))
                .status(422);
    }

    @GetMapping("/kelola/petugas/{id}")
    @Access(Who.ADMIN)
    View edit(Page page, Signed signed, @PathVariable long id) {
        Officer officer = find(signed, id);
        Form form = OfficerForm.of(officer, page.brand().zone());
        return View.of("admin/officer.jte", page, new Editing(form, officer, "/kelola/petugas/" + id));
    }

    @PostMapping("/kelola/petugas/{id}")
    @Access(Who.ADMIN)
    View change(Page page, Signed signed, Form form, @PathVariable long id) {
        Officer before = find(signed, id);
        List<Officer> all = people.officers(signed.agencyId());
        Officer officer = OfficerForm.read(
                form, id, before.activeUntil(), all, page.brand().zone());
        if (officer != null && before.admin() && !officer.admin() && !otherAdmin(signed, id))
            form.wrong("admin", "admin.officer.last-admin");
        if (officer != null && form.ok() && store(signed, before, officer, form))
            return View.to(page, "/kelola/petugas").flash("admin.officer.changed", officer.name());
        return View.of("admin/officer.jte", page, new Editing(form, before, "/kelola/petugas/" + id))
                .status(422);
    }

    /** A POST, because the link ends the ones before it. */
    @PostMapping("/kelola/petugas/{id}/tautan")
    @Access(Who.ADMIN)
    View link(Page page, Signed signed, @PathVariable long id) {
        Officer officer = find(signed, id);
        String path = links.issue(signed.agencyId(), id, signed.officerId());
        return View.of("admin/link.jte", page, new Link(officer, page.brand().baseUrl() + path))
                .noStore();
    }

    @GetMapping("/kelola/petugas/{id}/akhiri")
    @Access(Who.ADMIN)
    View ending(Page page, Signed signed, @PathVariable long id) {
        Form form =
                Form.empty().with("terakhir", people.today(signed.agencyId()).toString());
        return ending(page, signed, form, find(signed, id));
    }

    @PostMapping("/kelola/petugas/{id}/akhiri")
    @Access(Who.ADMIN)
    View end(Page page, Signed signed, Form form, @PathVariable long id) {
        Officer officer = find(signed, id);
        LocalDate last = DateField.read(form, "terakhir", false);
        if (last != null && last.isBefore(officer.activeFrom().minusDays(1)))
            form.wrong("terakhir", "admin.officer.last-day");
        if (officer.admin() && !otherAdmin(signed, id)) form.wrong("terakhir", "admin.officer.last-admin");
        if (!form.ok() || last == null)
            return ending(page, signed, form, officer).status(422);
        int moved = handovers.end(signed.agencyId(), officer, last, signed.officerId());
        if (last.isBefore(people.today(signed.agencyId()))) accounts.endSessions(signed.agencyId(), id);
        return View.to(page, "/kelola/petugas").flash("admin.officer.ended", officer.name(), moved);
    }

    private View ending(Page page, Signed signed, Form form, Officer officer) {
        int agency = signed.agencyId();
        LocalDate today = people.today(agency);
        List<RoleHolder> held = people.holders(agency).stream()
                .filter(h -> h.officerId() == officer.id()
                        && (h.validTo() == null || !h.validTo().isBefore(today)))
                .toList();
        Ending m = new Ending(
                form,
                officer,
                roleNames.of(agency).lines(held),
                handovers.ofOfficer(agency, officer.id(), signed.officerId()));
        return View.of("admin/officer-end.jte", page, m);
    }

    private boolean store(Signed signed, Officer before, Officer officer, Form form) {
        try {
            people.change(signed.agencyId(), officer, signed.officerId());
        } catch (DuplicateKeyException e) {
            form.wrong("pengguna", "admin.officer.username-taken", officer.username());
            return false;
        }
        boolean rights = before.admin() != officer.admin()
                || !Objects.equals(before.auditorUntil(), officer.auditorUntil())
                || !before.name().equals(officer.name())
                || !before.activeFrom().equals(officer.activeFrom());
        if (rights) accounts.endSessions(signed.agencyId(), officer.id());
        return true;
    }

    private boolean otherAdmin(Signed signed, long id) {
        LocalDate today = people.today(signed.agencyId());
        return people.officers(signed.agencyId()).stream()
                .anyMatch(o -> o.id() != id && o.admin() && o.activeOn(today) && o.activeUntil() == null);
    }

    private Officer find(Signed signed, long id) {
        return people.officer(signed.agencyId(), id).orElseThrow(Problem::notFound);
    }

    private static boolean matches(Officer o, String search) {
        String words = search.toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || o.name().toLowerCase(Locale.ROOT).contains(words)
                || o.username().contains(words)
                || (o.nip() != null && o.nip().contains(words));
    }
}
