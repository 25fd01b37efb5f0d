package id.tindak.demo;

import id.tindak.account.RoleLine;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoFile.Row;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.intake.Intake;
import id.tindak.sop.Branch;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code bin/demo}: fills an empty database once, and says where to go and how to sign in. */
@Component
@ConditionalOnProperty("tindak.demo")
class Demo {

    private static final List<String> FILES = List.of(
            "demo/cilacap.yaml", "demo/sipesut.yaml", "demo/saran.yaml", "demo/pasuruan.yaml", "demo/mojokerto.yaml");

    private final DemoWorld world;
    private final Agencies agencies;
    private final People people;
    private final RoleLine roles;
    private final Intake intake;
    private final Handlings handlings;
    private final CaseFiles files;
    private final Complaints complaints;
    private final Environment environment;
    private final String password;

    Demo(
            DemoWorld world,
            Agencies agencies,
            People people,
            RoleLine roles,
            Intake intake,
            Handlings handlings,
            CaseFiles files,
            Complaints complaints,
            Environment environment,
            @Value("${TINDAK_DEMO_PASSWORD:}") String password) {
        this.world = world;
        this.agencies = agencies;
        this.people = people;
        this.roles = roles;
        this.intake = intake;
        this.handlings = handlings;
        this.files = files;
        this.complaints = complaints;
        this.environment = environment;
        this.password = password.isBlank() ? random() : password;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        boolean empty = agencies.all().isEmpty();
        if (empty)
            for (String file : FILES) {
                DemoWorld.Founded founded = world.found(file, null, null, base, password);
                DemoWorld.complaints(file).forEach(c -> file(founded, c));
            }
        Announcement.print(base, agencies.all(), signIns(), empty ? password : null);
    }

    /** "ratna (Admin Utama)", for every agency. */
    private Map<Integer, List<String>> signIns() {
        Map<Integer, List<String>> all = new HashMap<>();
        for (Agency a : agencies.all())
            all.put(
                    a.id(),
                    people.officers(a.id()).stream()
                            .sorted(Comparator.comparing(Officer::id))
                            .map(o -> signIn(a.id(), o))
                            .toList());
        return all;
    }

    private String signIn(int agencyId, Officer o) {
        String role = o.admin() ? "administrator" : o.auditorUntil() != null ? "auditor" : roles.of(agencyId, o.id());
        return o.username() + " (" + role + ")";
    }

    private void file(DemoWorld.Founded w, Row c) {
        Complaint filed = intake.accept(
                w.agency().id(),
                NewComplaint.of(c.or("kindof", "pengaduan"), "web", c.text("title"), c.text("body"))
                        .category(c.maybe("category"))
                        .at(c.maybe("district"), null, c.maybe("landmark"))
                        .to(c.maybe("unit") == null ? null : w.units().get(c.text("unit")))
                        .privacy(Privacy.valueOf(c.or("privacy", "TERBUKA")))
                        .from(Reporter.of(
                                c.or("kind", "perseorangan"),
                                c.maybe("name"),
                                c.maybe("address"),
                                c.maybe("phone"),
                                c.maybe("email")))
                        .done());
        Row go = c.row("go");
        if (go != null) walk(w, filed.publicNumber(), go);
    }

    /** Lets the demo officers do their steps until the case stands at the wanted one. */
    private void walk(DemoWorld.Founded w, String number, Row go) {
        String to = go.text("to");
        for (int i = 0; i < 10; i++) {
            var k = files.forReporter(
                            complaints.knownByNumber(w.agency().id(), number).orElseThrow())
                    .k();
            Assignment a = k.current().orElseThrow();
            if (a.step().equals(to)) return;
            Branch branch = to.equals("1")
                    ? k.step(a).branches().getLast()
                    : k.step(a).branches().getFirst();
            String unit = go.maybe("unit");
            handlings.decide(
                    w.agency().id(),
                    officer(w, a, unit),
                    new Decision(
                            a.complaintId(),
                            a.id(),
                            a.version(),
                            k.step(a).branches().indexOf(branch),
                            branch.fillsTargetUnit() && unit != null ? w.units().get(unit) : null,
                            go.or("reason", "Sudah kami koordinasikan; petugas sudah ke lokasi."),
                            List.of()));
        }
    }

    private static long officer(DemoWorld.Founded w, Assignment a, @Nullable String unit) {
        String holder = a.unitId() == null ? a.role() : a.role() + ' ' + unit;
        return java.util.Objects.requireNonNull(w.holders().get(holder), holder);
    }

    private static String random() {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder word = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 14; i++)
            word.append(i > 0 && i % 5 == 4 ? '-' : letters.charAt(random.nextInt(letters.length())));
        return word.toString();
    }
}
