package id.tindak.base.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For load balancers and service managers: a word and a status, no details. */
@Controller
class HealthPages {

    private final ApplicationAvailability availability;
    private final ObjectProvider<DataSource> database;

    HealthPages(ApplicationAvailability availability, ObjectProvider<DataSource> database) {
        this.availability = availability;
        this.database = database;
    }

    /** 200 while the program lives; restarting it helps when it does not. */
    @GetMapping("/healthz")
    @Access(value = Access.Who.PUBLIC, platform = true)
    ResponseEntity<String> alive() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    /** 200 while requests are welcome: started, not shutting down, database reachable within two seconds. */
    @GetMapping("/readyz")
    @Access(value = Access.Who.PUBLIC, platform = true)
    ResponseEntity<String> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && reachable());
    }

    private boolean reachable() {
        DataSource source = database.getIfAvailable();
        if (source == null) return true;
        try (Connection c = source.getConnection()) {
            return c.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static ResponseEntity<String> answer(boolean good) {
        return ResponseEntity.status(good ? 200 : 503)
                .header("Content-Type", "text/plain")
                .header("Cache-Control", "no-store")
                .body(good ? "ok\n" : "belum siap\n");
    }
}
