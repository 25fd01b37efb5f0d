package id.tindak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.Accounts;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.Calendars;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Limits;
import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.TimeZones;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Sops;
import id.tindak.intake.Intake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Founds agencies with people, roles and complaints through the verbs of the program; every test gets its own agency. */
@TestComponent
public class AdminWorld {

    static final String PASSWORD = "kopi tubruk pahit";
    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    final Agencies agencies;
    final People people;
    final Calendars calendars;
    final Sops sops;
    final Accounts accounts;
    final AgencyEvents events;
    final Intake intake;
    final Complaints complaints;
    final Limits limits;
    final JdbcClient sql;
    final Clock clock;

    AdminWorld(
            Agencies agencies,
            People people,
            Calendars calendars,
            Sops sops,
            Accounts accounts,
            AgencyEvents events,
            Intake intake,
            Complaints complaints,
            Limits limits,
            JdbcClient sql,
            Clock clock) {
        this.agencies = agencies;
        this.people = people;
        this.calendars = calendars;
        this.sops = sops;
        this.accounts = accounts;
        this.events = events;
        this.intake = intake;
        this.complaints = complaints;
        this.limits = limits;
        this.sql = sql;
        this.clock = clock;
    }

    /** An agency under the Cilacap SOP with an administrator "admin", a unit PUPR, and officers for every role there. */
    final class Town {
        final int id = NUMBER.incrementAndGet();
        final String slug = "kota" + id;
        final Officer admin = officer("admin", true, null);
        final Officer desk = officer("utama", false, null);
        final Officer opd = officer("opd", false, null);
        final Unit pupr = new Unit(
                Ids.next(clock.instant()), "PUPR", "Dinas Pekerjaan Umum", "DPUPR", day(-100), null, null, false);
        final RoleHolder opdHolder = holder("admin-opd", pupr.id(), opd);

        Town() {
            limits.forget();
            agencies.found(
                    new Agency(
                            id,
                            slug,
                            "Dinas Kominfo " + slug,
                            "Pemerintah Kota " + slug,
                            "KT",
                            TimeZones.WIB,
                            null,
                            "http://localhost/" + slug,
                            1,
                            false),
                    null);
            calendars.change(id, CalendarFile.bundled("lima-hari"), "awal", null);
            for (Officer o : List.of(admin, desk, opd)) people.add(id, o, null);
            people.add(id, pupr, null);
            people.appoint(id, holder("admin-utama", null, desk), null);
            people.appoint(id, opdHolder, null);
            people.appoint(id, holder("penghubung", pupr.id(), opd), null);
            people.appoint(id, holder("kepala", pupr.id(), opd), null);
            Sops.Stored stored = (Sops.Stored) sops.upload(id, sop("004-cilacap-laporbup"), null);
            sops.putInForce(id, stored.version().id(), clock.instant().minusSeconds(60), null);
            accounts.setPassword(id, admin.id(), PASSWORD);
        }

        Browser signedIn(int port, Officer officer) {
            accounts.setPassword(id, officer.id(), PASSWORD);
            Browser b = new Browser(port);
            String path = "/" + slug + "/masuk";
            Answer in = b.submit(b.get(path), path, Map.of("nama", officer.username(), "sandi", PASSWORD));
            assertThat(in.status()).as(in.body()).isEqualTo(303);
            return b;
        }

        String path(String path) {
            return "/" + slug + path;
        }

        /** A complaint that lies with the front desk. */
        Complaint complaint() {
            return intake.accept(
                    id,
                    NewComplaint.of(
                                    "pengaduan",
                                    "web",
                                    "Lampu jalan padam",
                                    "Lampu jalan di depan pasar padam sejak Senin.")
                            .from(Reporter.person("Siti Contoh", "Jalan Contoh 1", null, null))
                            .done());
        }

        /** The open assignment of the case. */
        long open(Complaint c) {
            return sql.sql("select id from assignment where agency_id = ? and complaint_id = ? and done_at is null")
                    .params(id, c.id())
                    .query(Long.class)
                    .single();
        }

        String queue(Complaint c) {
            return sql.sql("select queue from assignment where agency_id = ? and id = ?")
                    .params(id, open(c))
                    .query(String.class)
                    .single();
        }

        Instant deadline(Complaint c) {
            return sql.sql("select deadline from assignment where agency_id = ? and id = ?")
                    .params(id, open(c))
                    .query((rs, i) -> rs.getTimestamp(1).toInstant())
                    .single();
        }

        /** Kinds of the agency's audit chain, newest first. */
        List<String> audit() {
            return events.page(id, Integer.MAX_VALUE, 10_000).stream()
                    .map(Chain::kind)
                    .toList();
        }

        Chain lastEvent(String kind) {
            return events.page(id, Integer.MAX_VALUE, 10_000).stream()
                    .filter(c -> c.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + kind + " in " + audit()));
        }

        List<Chain> eventsOf(Complaint c, String kind) {
            return complaints.events(c).stream()
                    .filter(e -> e.kind().equals(kind))
                    .toList();
        }

        Officer officer(String username, boolean isAdmin, @Nullable Instant auditorUntil) {
            return new Officer(
                    Ids.next(clock.instant()),
                    username,
                    "Ibu " + username,
                    null,
                    null,
                    null,
                    day(-100),
                    null,
                    isAdmin,
                    auditorUntil);
        }

        RoleHolder holder(String role, @Nullable Long unit, Officer officer) {
            return new RoleHolder(
                    Ids.next(clock.instant()), role, unit, officer.id(), RoleHolder.Kind.DEFINITIF, day(-100), null);
        }
    }

    Town town() {
        return new Town();
    }

    /** Today in WIB and some days. */
    LocalDate day(int days) {
        return LocalDate.ofInstant(clock.instant(), TimeZones.WIB).plusDays(days);
    }

    static String sop(String name) {
        try {
            return Files.readString(Path.of("sop", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
