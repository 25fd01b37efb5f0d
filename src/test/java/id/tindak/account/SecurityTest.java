package id.tindak.account;

import static id.tindak.account.TwoAgencies.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tindak.base.StatementCount;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Browser.Part;
import id.tindak.base.web.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TwoAgencies.class)
class SecurityTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Limits limits;

    @BeforeEach
    void world() {
        TwoAgencies.seed(sql, accounts);
        limits.forget();
    }

    private Browser browser() {
        return new Browser(port);
    }

    private Browser signedIn(String name, String agency) {
        Browser b = browser();
        String path = "/" + agency + "/masuk";
        Answer in = b.submit(b.get(path), path, Map.of("nama", "u-" + name, "sandi", PASSWORD));
        assertThat(in.status()).as(in.body()).isEqualTo(303);
        return b;
    }

    private int sessions() {
        return sql.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void aRouteWhoseRuleWasForgottenIsClosedToEverybody() {
        assertThat(browser().get("/uji/uji-lupa").status()).isEqualTo(403);
        assertThat(signedIn("admin", "uji").get("/uji/uji-lupa").status()).isEqualTo(403);
    }

    @Test
    void everyKindOfCallerReachesWhatTheRuleSaysAndNothingElse() {
        Browser officer = signedIn("petugas", "uji");
        Browser admin = signedIn("admin", "uji");
        Browser auditor = signedIn("auditor", "uji");
        Browser other = signedIn("admin", "coba");
        Browser nobody = browser();
        assertThat(statuses("/uji/uji-umum", nobody, officer, admin, auditor, other))
                .containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses("/uji/uji-petugas", nobody, officer, admin, auditor, other))
                .containsExactly(303, 200, 200, 403, 303);
        assertThat(statuses("/uji/uji-admin", nobody, officer, admin, auditor, other))
                .containsExactly(303, 403, 200, 403, 303);
        assertThat(statuses("/uji/uji-auditor", nobody, officer, admin, auditor, other))
                .containsExactly(303, 403, 200, 200, 303);
        assertThat(statuses("/uji-pasang", nobody, officer, admin, auditor, other))
                .containsExactly(404, 404, 404, 404, 404);
    }

    private static List<Integer> statuses(String path, Browser... browsers) {
        return IntStream.range(0, browsers.length)
                .mapToObj(i -> browsers[i].get(path).status())
                .toList();
    }

    @Test
    void anAuditorReadsButSendsNothingExceptGoodbye() {
        Browser auditor = signedIn("auditor", "uji");
        assertThat(auditor.post("/uji/uji-putus", Map.of("isi", "x")).status()).isEqualTo(403);
        Answer page = auditor.get("/uji/sandi");
        assertThat(auditor.post("/uji/keluar", Map.of("_t", token(page))).status())
                .isEqualTo(303);
        assertThat(auditor.get("/uji/uji-auditor").status()).isEqualTo(303);
    }

    @Test
    void theAgencyInThePathIsTheContextOfItsPages() {
        assertThat(browser().get("/uji/uji-umum").body()).isEqualTo("uji /uji/x /uji-umum");
        assertThat(browser().get("/coba/uji-umum").body()).isEqualTo("coba /coba/x /uji-umum");
        assertThat(browser().get("/uji-umum").status()).as("no agency, no page").isEqualTo(404);
        assertThat(browser().get("/").html().select("main a").eachAttr("href")).contains("/uji/", "/coba/");
    }

    @Test
    void anUnknownHostNameGets421() throws Exception {
        assertThat(raw("GET /uji/uji-umum HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\n\r\n"))
                .contains(" 421 ")
                .contains("Content-Security-Policy");
        assertThat(raw("GET /uji-umum HTTP/1.1\r\nHost: uji.example.go.id\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ")
                .endsWith("uji /x /uji-umum");
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
    }

    @Test
    void forwardedHeadersOfStrangersCountNothing() {
        Answer a = browser()
                .header("X-Forwarded-Host", "jahat.example")
                .header("X-Forwarded-Proto", "https")
                .get("/uji/uji-umum");
        assertThat(a.status()).isEqualTo(200);
        assertThat(a.header("strict-transport-security")).isEmpty();
    }

    @Test
    void malformedRequestsGetASentenceAndNever5xx() throws Exception {
        for (String target : List.of(
                "/uji/%00",
                "/uji/%",
                "/uji/%zz",
                "/uji/..%2f..%2fetc",
                "//uji//uji-umum",
                "/uji/;x=1/uji-umum",
                "/uji/%c3%28",
                "/uji/uji-umum?a=%",
                "/uji/<x>",
                "/uji/\\x")) {
            String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            int status = Integer.parseInt(answer.split(" ")[1]);
            assertThat(status).as(target).isBetween(200, 499);
            assertThat(answer)
                    .as(target)
                    .contains("Content-Security-Policy")
                    .doesNotContain("Apache")
                    .doesNotContain("Exception");
            if (status == 400) assertThat(answer).as(target).contains("<h1>");
        }
    }

    @Test
    void methodsThatNobodyOffersAreRefusedPolitely() {
        assertThat(browser().method("DELETE", "/uji/uji-umum").status()).isEqualTo(405);
        assertThat(browser().method("OPTIONS", "/uji/uji-umum").status()).isEqualTo(200);
        assertThat(browser().method("OPTIONS", "/uji/uji-umum").header("allow"))
                .contains("GET")
                .doesNotContain("POST");
        Answer head = browser().method("HEAD", "/uji/masuk");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void everyAnswerCarriesThePolicyAgainstForeignAndInlineCode() {
        for (String path : List.of(
                "/",
                "/uji/masuk",
                "/uji/tidak-ada",
                "/uji/uji-lupa",
                "/uji/uji-rusak",
                "/healthz",
                "/aset/warga.css",
                "/uji/uji-petugas",
                "/error"))
            assertThat(browser().get(path).header("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
    }

    @Test
    void aFailureTellsNothingOfItsInside() {
        Answer a = browser().get("/uji/uji-rusak");
        assertThat(a.status()).isEqualTo(500);
        assertThat(a.title()).isNotEmpty();
        assertThat(a.body()).doesNotContain("IllegalState").doesNotContain("rusak\"");
    }

    @Test
    void onlyHealthAndReadinessAreShownOfTheInside() {
        assertThat(browser().get("/healthz").body()).isEqualTo("ok\n");
        assertThat(browser().get("/readyz").body()).isEqualTo("ok\n");
        for (String path :
                List.of("/actuator", "/actuator/health", "/actuator/env", "/actuator/beans", "/actuator/sessions"))
            assertThat(browser().get(path).status()).as(path).isIn(403, 404);
    }

    @Test
    void stylesheetsAreNamedByTheirContentAndKeptForEver() {
        String href = browser()
                .get("/uji/masuk")
                .html()
                .select("link[rel=stylesheet]")
                .attr("href");
        Answer css = browser().get(href);
        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("cache-control")).contains("immutable").contains("max-age=31536000");
        assertThat(css.body()).contains(".kop").doesNotContain("@import").doesNotContain("/*");
        Answer again = browser().header("If-None-Match", css.header("etag")).get(href);
        assertThat(again.status()).isEqualTo(304);
        assertThat(browser().get("/aset/warga-0000000000000000.css").header("cache-control"))
                .contains("no-cache");
        assertThat(browser().get("/aset/..%2fapplication.properties").status()).isBetween(400, 404);
    }

    @Test
    void publicPagesMakeNoSession() {
        int before = sessions();
        Browser b = browser();
        b.get("/uji/masuk");
        b.post("/uji/uji-kirim", Map.of("_t", token(b.get("/uji/uji-formulir")), "isi", "halo"));
        b.get("/uji/tidak-ada");
        b.get("/uji/uji-petugas");
        assertThat(sessions()).isEqualTo(before);
        assertThat(b.cookies()).isEmpty();
    }

    @Test
    void theSessionCookieIsBoundToThisHostAndUnreachableForScripts() {
        Browser b = browser();
        Answer in = b.submit(b.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "u-petugas", "sandi", PASSWORD));
        String cookie = in.headers().getOrDefault("set-cookie", List.of()).stream()
                .filter(c -> c.startsWith("__Host-tindak="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("; Path=/;")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void signingInGivesANewSessionAndSigningOutEndsIt() {
        Browser b = signedIn("petugas", "uji");
        String first = b.cookies().get("__Host-tindak");
        b.post("/uji/keluar", Map.of("_t", token(b.get("/uji/uji-petugas"), "petugas")));
        b.cookies().put("__Host-tindak", first);
        assertThat(b.get("/uji/uji-petugas").status())
                .as("the old cookie opens nothing")
                .isEqualTo(303);
    }

    @Test
    void peopleSignInWithUserNameInAnyCaseOrWithTheirNip() {
        Browser b = browser();
        assertThat(b.submit(b.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "U-PETUGAS ", "sandi", PASSWORD))
                        .status())
                .isEqualTo(303);
        b = browser();
        assertThat(b.submit(b.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "1990010120200190010", "sandi", PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoHasLeftTheServiceCannotSignIn() {
        Browser b = browser();
        assertThat(b.submit(b.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "u-purna", "sandi", PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void afterSigningInThePersonIsWhereHeWantedToGo() {
        Browser b = browser();
        Answer away = b.get("/uji/uji-petugas?x=1");
        assertThat(away.location()).isEqualTo("/uji/masuk?ke=%2Fuji-petugas%3Fx%3D1");
        Answer in = b.submit(b.get(away.location()), "/uji/masuk", Map.of("nama", "u-petugas", "sandi", PASSWORD));
        assertThat(in.location()).isEqualTo("/uji/uji-petugas?x=1");
    }

    @Test
    void nobodyIsSentToAForeignSiteAfterSigningIn() {
        for (String ke : List.of(
                "//jahat.example",
                "https://jahat.example",
                "/\\jahat.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b")) {
            Browser b = browser();
            Answer in = b.submit(
                    b.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "u-petugas", "sandi", PASSWORD, "ke", ke));
            assertThat(in.location()).as(ke).isEqualTo("/uji/meja");
        }
    }

    @Test
    void whatWasSentAfterTheSessionEndedIsStillThereAfterSigningInAgain() {
        Browser b = browser();
        Answer lost = b.post("/uji/uji-putus", Map.of("isi", "jawaban panjang & <penting>", "_t", "basi"));
        assertThat(lost.status()).isEqualTo(401);
        assertThat(lost.title()).isEqualTo("Masuk petugas");
        Answer wrong = b.submit(lost, "/uji/masuk", Map.of("nama", "u-petugas", "sandi", "salah sekali"));
        Answer in = b.submit(wrong, "/uji/masuk", Map.of("nama", "u-petugas", "sandi", PASSWORD));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.body()).contains("jawaban panjang &amp; &lt;penting&gt;");
        assertThat(b.submit(in, "/uji/uji-putus", Map.of()).body()).isEqualTo("diputus: jawaban panjang & <penting>");
    }

    @Test
    void aFormThatIsTooOldKeepsWhatWasTyped() {
        Browser b = browser();
        Answer old = b.post("/uji/uji-kirim", Map.of("_t", "AAAA", "isi", "tulisan yang panjang sekali"));
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.body()).contains("tulisan yang panjang sekali");
        assertThat(b.submit(old, "/uji/uji-kirim", Map.of()).body()).startsWith("tulisan yang panjang sekali");
    }

    @Test
    void aFormTokenOfOneAgencyOrSessionFailsInAnother() {
        String ofUji = token(browser().get("/uji/uji-formulir"));
        assertThat(browser()
                        .post("/coba/uji-kirim", Map.of("_t", ofUji, "isi", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(browser()
                        .post("/uji/uji-kirim", Map.of("_t", ofUji, "isi", "x"))
                        .status())
                .isEqualTo(200);
        Browser one = signedIn("petugas", "uji");
        Browser two = signedIn("petugas", "uji");
        String ofOne = token(one.get("/uji/uji-petugas"), "petugas");
        assertThat(two.post("/uji/uji-putus", Map.of("_t", ofOne, "isi", "x")).status())
                .isEqualTo(422);
        assertThat(two.post("/uji/uji-putus", Map.of("_t", ofUji, "isi", "x")).status())
                .as("an anonymous token is not enough")
                .isEqualTo(422);
        assertThat(one.post("/uji/uji-putus", Map.of("_t", ofOne, "isi", "x")).status())
                .isEqualTo(200);
    }

    @Test
    void postsFromOtherSitesAreRefusedEvenWithAGoodToken() {
        String token = token(browser().get("/uji/uji-formulir"));
        assertThat(browser()
                        .header("Sec-Fetch-Site", "cross-site")
                        .post("/uji/uji-kirim", Map.of("_t", token))
                        .status())
                .isEqualTo(403);
        assertThat(browser()
                        .header("Origin", "https://jahat.example")
                        .post("/uji/uji-kirim", Map.of("_t", token))
                        .status())
                .isEqualTo(403);
        assertThat(browser()
                        .header("Origin", "http://localhost:" + port)
                        .post("/uji/uji-kirim", Map.of("_t", token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingAPasswordSlowsTheGuesserAndNotTheOwner() {
        Browser owner = signedIn("sasaran", "uji");
        Browser guesser = browser();
        Answer page = guesser.get("/uji/masuk");
        for (int i = 0; i < Attempts.FREE; i++)
            assertThat(guesser.submit(page, "/uji/masuk", Map.of("nama", "u-sasaran", "sandi", "tebakan " + i))
                            .status())
                    .isEqualTo(422);
        Answer later = guesser.submit(page, "/uji/masuk", Map.of("nama", "u-sasaran", "sandi", PASSWORD));
        assertThat(later.status()).isEqualTo(429);
        assertThat(later.header("retry-after")).isNotEmpty();
        // same office, same address, but a device that has signed in before
        owner.cookies().remove("__Host-tindak");
        Answer again =
                owner.submit(owner.get("/uji/masuk"), "/uji/masuk", Map.of("nama", "u-sasaran", "sandi", PASSWORD));
        assertThat(again.status()).isEqualTo(303);
    }

    @Test
    void aPasswordLinkWorksOnceAndEndsTheSessions() {
        Browser inside = signedIn("petugas", "coba");
        String link = "/coba" + accounts.passwordLink(TwoAgencies.COBA, 1);
        Browser b = browser();
        Answer page = b.get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(b.get(link.replace("/coba/", "/uji/")).status())
                .as("another agency")
                .isEqualTo(410);
        assertThat(b.submit(page, link, Map.of("sandi", "pendek", "sandi-ulang", "pendek"))
                        .status())
                .isEqualTo(422);
        assertThat(b.submit(page, link, Map.of("sandi", "teh manis hangat", "sandi-ulang", "teh manis dingin"))
                        .status())
                .isEqualTo(422);
        assertThat(b.submit(page, link, Map.of("sandi", "teh manis hangat", "sandi-ulang", "teh manis hangat"))
                        .status())
                .isEqualTo(303);
        assertThat(b.get(link).status()).isEqualTo(410);
        assertThat(inside.get("/coba/uji-petugas").status()).isEqualTo(303);
        assertThat(sql.sql("select password_hash from officer where agency_id = ? and id = 1")
                        .param(TwoAgencies.COBA)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void anUploadOf100MegabytesIsReadAndBeyondTheLimitAnswered() {
        Browser b = browser();
        Map<String, String> fields = Map.of("_t", token(b.get("/uji/uji-formulir")), "isi", "teks di samping berkas");
        byte[] big = new byte[100_000_000];
        Answer kept = b.multipart(
                "/uji/uji-kirim", fields, List.of(new Part("berkas", "besar.bin", "application/octet-stream", big)));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo("teks di samping berkas|1");
        Part part = new Part("berkas", "besar.bin", "application/octet-stream", big);
        Answer refused = b.multipart("/uji/uji-kirim", fields, List.of(part, part));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.title()).isEqualTo("Kiriman terlalu besar");
    }

    @Test
    void brokenAndOverfullFormsGetASentence() {
        Browser b = browser();
        Part small = new Part("berkas", "a.txt", "text/plain", new byte[] {1});
        Map<String, String> fields = Map.of("_t", token(b.get("/uji/uji-formulir")), "isi", "x");
        assertThat(b.multipart("/uji/uji-kirim", fields, java.util.Collections.nCopies(300, small))
                        .status())
                .isBetween(400, 422);
        assertThat(b.multipart("/uji/uji-kirim", fields, java.util.Collections.nCopies(30, small))
                        .body())
                .isEqualTo("x|30");
        Map<String, String> many = new java.util.HashMap<>(fields);
        for (int i = 0; i < 2000; i++) many.put("f" + i, "y");
        assertThat(b.post("/uji/uji-kirim", many).status()).isBetween(400, 422);
        Map<String, String> huge = new java.util.HashMap<>(fields);
        huge.put("isi", "x".repeat(5_000_000));
        assertThat(b.post("/uji/uji-kirim", huge).status()).isBetween(400, 422);
    }

    @Test
    void aFloodOnThePublicPagesIsTurnedAwayWhileOfficersWork() {
        Browser officer = signedIn("petugas", "uji");
        List<CompletableFuture<Integer>> flood = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> browser().get("/uji/uji-lambat").status(), Thread::startVirtualThread))
                .toList();
        pause(800);
        long start = System.nanoTime();
        assertThat(officer.get("/uji/uji-petugas").status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        List<Integer> statuses = flood.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).contains(503, 303);
    }

    @Test
    void whatIsSentWhileTheServiceIsFullIsKeptForSendingAgain() {
        Browser b = browser();
        String token = token(b.get("/uji/uji-formulir"));
        List<CompletableFuture<Integer>> flood = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> browser().get("/uji/uji-lambat").status(), Thread::startVirtualThread))
                .toList();
        pause(600);
        Answer full = b.post("/uji/uji-kirim", Map.of("_t", token, "isi", "aduan di tengah keramaian"));
        flood.forEach(CompletableFuture::join);
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.header("retry-after")).isNotEmpty();
        assertThat(b.submit(full, "/uji/uji-kirim", Map.of()).body()).startsWith("aduan di tengah keramaian");
    }

    @Test
    void filesSentWithoutASessionAreAskedForAgainAndTheTextIsKept() {
        Browser b = browser();
        Part photo = new Part("berkas", "lubang.jpg", "image/jpeg", new byte[] {1, 2, 3});
        Answer lost = b.multipart("/uji/uji-putus", Map.of("isi", "teks beserta foto lubang"), List.of(photo));
        assertThat(lost.status()).isEqualTo(401);
        Answer in = b.submit(lost, "/uji/masuk", Map.of("nama", "u-petugas", "sandi", PASSWORD));
        assertThat(in.body()).contains("teks beserta foto lubang");
        assertThat(in.html().select("input[type=file][name=berkas]")).hasSize(1);
        assertThat(browser()
                        .multipart("/uji/uji-putus", Map.of("isi", "x"), java.util.Collections.nCopies(300, photo))
                        .status())
                .as("beyond reading")
                .isEqualTo(401);
    }

    @Test
    void aPageOfAnOfficerReadsTheSessionOnceAndWritesItOnceAMinuteAtMost() {
        Browser officer = signedIn("petugas", "uji");
        officer.get("/uji/uji-petugas");
        assertThat(sessionStatements(officer)).hasSize(1).allMatch(s -> s.startsWith("SELECT"));

        sql.sql(
                        "update spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000")
                .update();
        assertThat(sessionStatements(officer)).hasSize(2).anyMatch(s -> s.startsWith("UPDATE"));
        assertThat(sql.sql("select max(last_access_time) from spring_session")
                        .query(Long.class)
                        .single())
                .isCloseTo(System.currentTimeMillis(), within(30_000L));
        assertThat(sessionStatements(officer)).hasSize(1);
    }

    private static List<String> sessionStatements(Browser officer) {
        return StatementCount.during(() ->
                        assertThat(officer.get("/uji/uji-petugas").status()).isEqualTo(200))
                .stream()
                .map(String::strip)
                .filter(s -> s.contains("SPRING_SESSION"))
                .toList();
    }

    @Test
    void aSessionThatCannotBeReadSignsOutInsteadOfFailing() {
        Browser b = signedIn("petugas", "uji");
        sql.sql("update spring_session_attributes set attribute_bytes = 'rusak'::bytea")
                .update();
        assertThat(b.get("/uji/uji-petugas").status()).isEqualTo(303);
    }

    @Test
    void theLanguageIsChosenByThePersonAloneAndRemembered() {
        Browser b = browser().header("Accept-Language", "en-GB");
        assertThat(b.get("/uji/masuk").html().select("html").attr("lang")).isEqualTo("id");
        Answer chosen = b.get("/uji/masuk?ke=/x&bahasa=en");
        assertThat(chosen.location()).isEqualTo("/uji/masuk?ke=/x");
        Answer english = b.get("/uji/masuk");
        assertThat(english.title()).isEqualTo("Officer sign-in");
        assertThat(english.header("content-language")).isEqualTo("en");
        b.get("/uji/masuk?bahasa=xx");
        assertThat(b.get("/uji/masuk").title()).isEqualTo("Masuk petugas");
    }

    @Test
    void manyLargeUploadsFromOneAddressAreTurnedAwayBeforeTheyAreRead() throws Exception {
        List<java.net.Socket> slow = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                var socket = new java.net.Socket("localhost", port);
                socket.getOutputStream()
                        .write(
                                "POST /uji/uji-kirim HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000000\r\n\r\n--b\r\n"
                                        .getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            pause(700);
            // which of the eight are the two too many is the server's business
            List<String> refused = new java.util.ArrayList<>();
            for (var socket : slow) {
                String answer = answered(socket);
                if (!answer.isEmpty()) refused.add(answer);
            }
            assertThat(refused).hasSize(2).allSatisfy(a -> assertThat(a).contains(" 503 ", "Retry-After"));
            assertThat(browser().get("/uji/uji-umum").status()).isEqualTo(200);
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    /** What came back within a short time; empty when the server is still reading. */
    private static String answered(java.net.Socket socket) throws Exception {
        byte[] head = new byte[2000];
        socket.setSoTimeout(400);
        try {
            int n = socket.getInputStream().read(head);
            return new String(head, 0, Math.max(n, 0), StandardCharsets.UTF_8);
        } catch (java.net.SocketTimeoutException reading) {
            return "";
        }
    }

    private String raw(String request) throws Exception {
        try (var socket = new java.net.Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String token(Answer page) {
        return page.html().select("input[name=_t]").attr("value");
    }

    /** The token in the plain answer of /uji-petugas. */
    private static String token(Answer page, String name) {
        return page.body().replace("Ibu " + name + " ", "");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
