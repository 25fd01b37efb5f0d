package id.tindak.demo;

import id.tindak.account.Accounts;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.calendar.TimeZones;
import id.tindak.demo.DemoFile.Row;
import id.tindak.handling.Sops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds an agency from a demo file: units, people with their roles, settings, calendar, and the SOP in force. */
@Component
public class DemoWorld {

    private final Agencies agencies;
    private final People people;
    private final Calendars calendars;
    private final Sops sops;
    private final Accounts accounts;
    private final Clock clock;

    DemoWorld(Agencies agencies, People people, Calendars calendars, Sops sops, Accounts accounts, Clock clock) {
        this.agencies = agencies;
        this.people = people;
        this.calendars = calendars;
        this.sops = sops;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The founded agency: {@code units} by code, {@code officers} by sign-in name, {@code holders} by "role" or "role unit". */
    public record Founded(
            Agency agency, Map<String, Long> units, Map<String, Long> officers, Map<String, Long> holders) {}

    /**
     * @param resource e.g. {@code demo/cilacap.yaml}
     * @param id and {@code slug}: the file's own when null, so that a second agency can be founded from the same file
     * @param password of every officer; null leaves them without one
     */
    @Transactional
    public Founded found(
            String resource, @Nullable Integer id, @Nullable String slug, String baseUrl, @Nullable String password) {
        DemoFile file = DemoFile.read(resource);
        Row row = file.agency();
        String path = slug == null ? row.text("slug") : slug;
        Agency agency = new Agency(
                id == null ? Integer.parseInt(row.text("id")) : id,
                path,
                row.text("name"),
                row.text("government"),
                row.text("prefix"),
                ZoneId.of(row.text("zone")),
                null,
                baseUrl + "/" + path,
                1,
                true);
        agencies.found(agency, null);
        String calendar = DemoFile.text("calendar/" + file.value("calendar"))
                .replaceFirst("zona: WIB", "zona: " + TimeZones.abbreviation(agency.zone()));
        calendars.change(agency.id(), calendar, "Kalender awal", null);
        Map<String, String> settings = new HashMap<>();
        file.settings().forEach((k, v) -> settings.put(k, v.toString()));
        agencies.set(agency.id(), settings, null);
        LocalDate since = LocalDate.ofInstant(clock.instant(), agency.zone()).minusYears(1);
        Map<String, Long> units = units(agency, file, since);
        Map<String, Long> holders = new HashMap<>();
        Map<String, Long> officers = officers(agency, file, units, since, holders);
        if (password != null) officers.values().forEach(o -> accounts.setPassword(agency.id(), o, password));
        inForce(agency, DemoFile.text("sop/" + file.value("sop")));
        return new Founded(agency, units, officers, holders);
    }

    private Map<String, Long> units(Agency agency, DemoFile file, LocalDate since) {
        Map<String, Long> units = new HashMap<>();
        for (Row u : file.rows("units")) {
            long id = Ids.next(clock.instant());
            people.add(
                    agency.id(),
                    new Unit(id, u.text("code"), u.text("name"), u.text("short"), since, null, null, u.yes("elected")),
                    null);
            units.put(u.text("code"), id);
        }
        for (Row c : file.rows("categories")) {
            String unit = c.maybe("unit");
            agencies.categorise(
                    agency.id(),
                    new Category(
                            c.text("code"),
                            c.text("name"),
                            c.yes("place"),
                            unit == null ? null : units.get(unit),
                            true,
                            c.yes("service")),
                    null);
        }
        return units;
    }

    private Map<String, Long> officers(
            Agency agency, DemoFile file, Map<String, Long> units, LocalDate since, Map<String, Long> holders) {
        Map<String, Long> officers = new HashMap<>();
        for (Row o : file.rows("officers")) {
            long id = Ids.next(clock.instant());
            String auditor = o.maybe("auditor_days");
            people.add(
                    agency.id(),
                    new Officer(
                            id,
                            o.text("username"),
                            o.text("name"),
                            null,
                            null,
                            null,
                            since,
                            null,
                            o.yes("admin"),
                            auditor == null ? null : clock.instant().plus(Duration.ofDays(Long.parseLong(auditor)))),
                    null);
            for (Row r : o.rows("roles")) {
                String unit = r.maybe("unit");
                people.appoint(
                        agency.id(),
                        new RoleHolder(
                                Ids.next(clock.instant()),
                                r.text("role"),
                                unit == null ? null : units.get(unit),
                                id,
                                RoleHolder.Kind.DEFINITIF,
                                since,
                                null),
                        null);
                holders.putIfAbsent(unit == null ? r.text("role") : r.text("role") + ' ' + unit, id);
            }
            officers.put(o.text("username"), id);
        }
        return officers;
    }

    private void inForce(Agency agency, String yaml) {
        switch (sops.upload(agency.id(), yaml, null)) {
            case Sops.Stored stored ->
                sops.putInForce(
                        agency.id(), stored.version().id(), clock.instant().minusSeconds(1), null);
            case Sops.Refused refused -> throw new IllegalStateException("demo SOP is refused: " + refused.faults());
        }
    }

    /** Officers of the file get their addresses; only in the demo, because whoever has one gets mails. */
    @Transactional
    void addresses(Founded at, DemoFile file) {
        int agency = at.agency().id();
        for (Row o : file.rows("officers")) {
            String address = o.maybe("email");
            if (address == null) continue;
            long id = Objects.requireNonNull(at.officers().get(o.text("username")));
            people.change(agency, people.officer(agency, id).orElseThrow().reachedAt(address), id);
        }
    }
}
