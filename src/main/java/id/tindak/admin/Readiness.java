package id.tindak.admin;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.calendar.Holiday;
import id.tindak.handling.SopReadiness;
import id.tindak.handling.Sops;
import id.tindak.handling.StatutoryLimit;
import id.tindak.handling.StatutoryLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Kesiapan layanan: what is missing before the agency can work, and where to mend it. */
@Component
public class Readiness {

    /**
     * @param blocks true: complaints cannot be handled; false: the agency should see to it
     * @param link page on which it is mended
     */
    public record Item(boolean blocks, String key, List<String> args, String link) {

        static Item error(String key, String link, String... args) {
            return new Item(true, key, List.of(args), link);
        }

        static Item note(String key, String link, String... args) {
            return new Item(false, key, List.of(args), link);
        }
    }

    private final Sops sops;
    private final SopReadiness sopReadiness;
    private final StatutoryLimits limits;
    private final People people;
    private final Agencies agencies;
    private final Calendars calendars;
    private final boolean smtp;

    Readiness(
            Sops sops,
            SopReadiness sopReadiness,
            StatutoryLimits limits,
            People people,
            Agencies agencies,
            Calendars calendars,
            @Value("${tindak.smtp.host:}") String smtpHost) {
        this.sops = sops;
        this.sopReadiness = sopReadiness;
        this.limits = limits;
        this.people = people;
        this.agencies = agencies;
        this.calendars = calendars;
        this.smtp = !smtpHost.isBlank();
    }

    /** What blocks comes first; empty when all is ready. */
    List<Item> of(int agencyId) {
        List<Item> items = new ArrayList<>();
        sop(agencyId, items);
        calendar(agencyId, items);
        law(agencyId, items);
        contact(agencyId, items);
        admins(agencyId, items);
        return items.stream()
                .sorted((a, b) -> Boolean.compare(b.blocks(), a.blocks()))
                .toList();
    }

    private void sop(int agencyId, List<Item> items) {
        Optional<Sops.Running> running = sops.inForce(agencyId);
        if (running.isEmpty()) {
            items.add(Item.error("admin.ready.no-sop", "/kelola/sop"));
            return;
        }
        for (SopReadiness.Finding f : sopReadiness.of(agencyId, running.get().sop())) {
            boolean word =
                    f.key().equals("handling.ready.disposition") || f.key().equals("handling.ready.effects");
            boolean unit = f.key().equals("handling.ready.no-unit");
            items.add(new Item(
                    f.blocks(),
                    f.key(),
                    f.args(),
                    word ? "/kelola/sop/" + running.get().id() : unit ? "/kelola/unit" : "/kelola/pejabat"));
        }
    }

    private void calendar(int agencyId, List<Item> items) {
        LocalDate today = people.today(agencyId);
        List<Integer> years = calendars.holidays().stream()
                .map(Holiday::date)
                .map(LocalDate::getYear)
                .distinct()
                .toList();
        if (!years.contains(today.getYear()))
            items.add(Item.error("admin.ready.year", "/kelola/kalender", Integer.toString(today.getYear())));
        // the yearly decree comes in autumn; from December on deadlines reach into the next year
        if (today.getMonthValue() == 12 && !years.contains(today.getYear() + 1))
            items.add(Item.note("admin.ready.next-year", "/kelola/kalender", Integer.toString(today.getYear() + 1)));
    }

    private void law(int agencyId, List<Item> items) {
        long open = limits.of(agencyId).stream()
                .filter(l -> !l.verified())
                .map(StatutoryLimit::code)
                .count();
        if (open > 0) items.add(Item.note("admin.ready.limits", "/kelola/batas-waktu", Long.toString(open)));
    }

    private void contact(int agencyId, List<Item> items) {
        Settings settings = agencies.settings(agencyId);
        boolean server = smtp || !settings.text("smtp_host").isBlank();
        if (!server && !agencies.byId(agencyId).demo()) items.add(Item.note("admin.ready.smtp", "/kelola/pengaturan"));
        if (settings.text("pengirim_alamat").isBlank() && server)
            items.add(Item.note("admin.ready.sender", "/kelola/pengaturan"));
        if (settings.text("alamat").isBlank() && settings.text("telepon").isBlank())
            items.add(Item.note("admin.ready.contact", "/kelola/pengaturan"));
        if (settings.text("kop_nama").isBlank()) items.add(Item.note("admin.ready.letterhead", "/kelola/pengaturan"));
        if (agencies.categories(agencyId).isEmpty()) items.add(Item.note("admin.ready.categories", "/kelola/kategori"));
    }

    private void admins(int agencyId, List<Item> items) {
        LocalDate today = people.today(agencyId);
        long admins = people.officers(agencyId).stream()
                .filter(Officer::admin)
                .filter(o -> o.activeOn(today))
                .count();
        if (admins < 2) items.add(Item.note("admin.ready.one-admin", "/kelola/petugas"));
    }
}
