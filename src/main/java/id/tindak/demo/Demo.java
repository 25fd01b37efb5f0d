package id.tindak.demo;

import id.tindak.account.RoleLine;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

    /** So long the agencies have been at work. */
    private static final Duration AGE = Duration.ofDays(60);

    private final DemoWorld world;
    private final Agencies agencies;
    private final People people;
    private final RoleLine roles;
    private final DemoLives lives;
    private final Clock clock;
    private final @Nullable TimeMachine time;
    private final Environment environment;
    private final String password;

    Demo(
            DemoWorld world,
            Agencies agencies,
            People people,
            RoleLine roles,
            DemoLives lives,
            Clock clock,
            ObjectProvider<TimeMachine> time,
            Environment environment,
            @Value("${TINDAK_DEMO_PASSWORD:}") String password) {
        this.world = world;
        this.agencies = agencies;
        this.people = people;
        this.roles = roles;
        this.lives = lives;
        this.clock = clock;
        this.time = time.getIfAvailable();
        this.environment = environment;
        this.password = password.isBlank() ? random() : password;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        boolean empty = agencies.all().isEmpty();
        if (empty) fill(base);
        Announcement.print(base, agencies.all(), signIns(), empty ? password : null);
    }

    private void fill(String base) {
        Instant now = clock.instant();
        if (time != null) time.at(now.minus(AGE));
        Map<DemoWorld.Founded, DemoFile> filled = new LinkedHashMap<>();
        for (String name : FILES) {
            DemoFile file = DemoFile.read(name);
            DemoWorld.Founded at = world.found(name, null, null, base, password);
            world.addresses(at, file);
            filled.put(at, file);
        }
        lives.live(filled, now);
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

    private static String random() {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder word = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 14; i++)
            word.append(i > 0 && i % 5 == 4 ? '-' : letters.charAt(random.nextInt(letters.length())));
        return word.toString();
    }
}
