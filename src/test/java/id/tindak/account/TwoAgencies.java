package id.tindak.account;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Brand;
import id.tindak.base.web.BrandSource;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.calendar.CalendarFile;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Two agencies, Uji and Coba, with officers, and a few routes of every kind of access: the small world of the web tests. */
@TestConfiguration
@Import(TwoAgencies.Routes.class)
public class TwoAgencies {

    public static final int UJI = 9001;
    public static final int COBA = 9002;
    public static final String PASSWORD = "kopi tubruk pahit";

    public static Brand brand(int id, String slug, List<String> hosts) {
        return new Brand(
                id,
                slug,
                hosts,
                "Dinas " + slug,
                "Pemerintah " + slug,
                "Aduan " + slug,
                "",
                "",
                ZoneId.of("Asia/Jakarta"),
                "http://localhost/" + slug);
    }

    @Bean
    @Primary
    BrandSource twoAgencies() {
        List<Brand> all = List.of(brand(UJI, "uji", List.of("uji.example.go.id")), brand(COBA, "coba", List.of()));
        return () -> all;
    }

    /** Officers whose user name says what they are; the same names in both agencies. */
    static void seed(JdbcClient sql, Accounts accounts) {
        for (int agency : List.of(UJI, COBA)) {
            sql.sql("insert into agency (id, slug, name, government, number_prefix, zone, base_url) values (?,"
                            + " ?, 'Dinas', 'Pemerintah', 'TL', 'Asia/Jakarta', 'http://localhost') on conflict do"
                            + " nothing")
                    .params(agency, agency == UJI ? "uji" : "coba")
                    .update();
            sql.sql(
                            "insert into calendar_version (agency_id, version, definition, reason) values (?, 1, ?, 'awal') on conflict do nothing")
                    .params(agency, CalendarFile.bundled("lima-hari"))
                    .update();
            List<String> names = List.of("petugas", "admin", "auditor", "purna", "sasaran");
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                sql.sql("""
                    insert into officer (agency_id, id, username, name, nip, active_from, active_until, admin, auditor_until)
                    values (?, ?, ?, ?, ?, date '2020-01-01', nullif(?, '')::date, ?, nullif(?, '')::timestamptz) on conflict do nothing
                    """)
                        .params(
                                agency,
                                i + 1L,
                                "u-" + name,
                                "Ibu " + name,
                                "19900101202001" + agency + i,
                                name.equals("purna") ? "2021-01-01" : "",
                                name.equals("admin"),
                                name.equals("auditor") ? "2099-01-01T00:00Z" : "")
                        .update();
                accounts.setPassword(agency, i + 1L, PASSWORD);
            }
        }
    }

    /** One route of each kind, and one whose rule was forgotten. */
    @Controller
    static class Routes {

        @GetMapping("/uji-umum")
        @Access(Who.PUBLIC)
        ResponseEntity<String> open(Page page) {
            return ResponseEntity.ok(page.brand().slug() + " " + page.url("/x") + " " + page.path());
        }

        @GetMapping("/uji-petugas")
        @Access(Who.OFFICER)
        ResponseEntity<String> officer(Page page) {
            return ResponseEntity.ok(page.signed().name() + " " + page.token());
        }

        @GetMapping("/uji-admin")
        @Access(Who.ADMIN)
        ResponseEntity<String> admin() {
            return ResponseEntity.ok("admin");
        }

        @GetMapping("/uji-auditor")
        @Access({Who.ADMIN, Who.AUDITOR})
        ResponseEntity<String> auditor() {
            return ResponseEntity.ok("auditor");
        }

        @GetMapping("/uji-pasang")
        @Access(value = Who.SETUP, platform = true)
        ResponseEntity<String> setup() {
            return ResponseEntity.ok("pasang");
        }

        @GetMapping("/uji-lupa")
        ResponseEntity<String> forgotten() {
            return ResponseEntity.ok("lupa");
        }

        @GetMapping("/uji-formulir")
        @Access(Who.PUBLIC)
        ResponseEntity<String> form(Page page) {
            return ResponseEntity.ok()
                    .header("Content-Type", "text/html")
                    .body("<form action=\"" + page.url("/uji-kirim") + "\"><input name=_t value=\"" + page.token()
                            + "\"></form>");
        }

        @PostMapping("/uji-kirim")
        @Access(Who.PUBLIC)
        ResponseEntity<String> post(Form form) {
            return ResponseEntity.ok(
                    form.value("isi") + "|" + form.files("berkas").size());
        }

        @PostMapping("/uji-putus")
        @Access({Who.OFFICER, Who.AUDITOR})
        ResponseEntity<String> decide(Form form) {
            return ResponseEntity.ok("diputus: " + form.value("isi"));
        }

        @GetMapping("/uji-rusak")
        @Access(Who.PUBLIC)
        ResponseEntity<String> broken() {
            throw new IllegalStateException("rusak");
        }

        @GetMapping("/uji-lambat")
        @Access(Who.PUBLIC)
        View slow(Page page) throws InterruptedException {
            Thread.sleep(3500);
            return View.to(page, "/");
        }
    }
}
