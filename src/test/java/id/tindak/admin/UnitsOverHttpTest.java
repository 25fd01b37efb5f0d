package id.tindak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Browser.Part;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(AdminWorld.class)
class UnitsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AdminWorld world;

    @Autowired
    private Handlings handlings;

    private AdminWorld.Town town;
    private Browser admin;

    @BeforeEach
    void newTown() {
        town = world.town();
        admin = town.signedIn(port, town.admin);
    }

    @Test
    void aUnitIsAddedChangedAndAudited() {
        String path = town.path("/kelola/unit/baru");
        Answer added = admin.submit(
                admin.get(path), path, Map.of("kode", "DINKES", "nama", "Dinas Kesehatan", "singkatan", "Dinkes"));
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        Unit unit = unit("DINKES");
        assertThat(town.lastEvent("UNIT_ADDED").facts()).containsEntry("code", "DINKES");
        assertThat(town.lastEvent("UNIT_ADDED").actor()).isEqualTo(town.admin.id());

        String edit = town.path("/kelola/unit/" + unit.id());
        Answer changed = admin.submit(admin.get(edit), edit, Map.of("nama", "Dinas Kesehatan Kota"));
        assertThat(changed.status()).isEqualTo(303);
        assertThat(unit("DINKES").name()).isEqualTo("Dinas Kesehatan Kota");
        assertThat(town.audit()).first().isEqualTo("UNIT_CHANGED");
        assertThat(admin.follow(changed).body()).contains("Dinas Kesehatan Kota");
    }

    @Test
    void aCodeThatIsTakenAndAnEmptyNameAreToldTogether() {
        String path = town.path("/kelola/unit/baru");
        Answer refused = admin.submit(admin.get(path), path, Map.of("kode", "pupr", "nama", "", "mulai", "kemarin"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat").text())
                .contains("Kode pupr sudah dipakai")
                .contains("Isi namanya")
                .contains("Tanggal tidak terbaca");
        assertThat(refused.html().select("input[name=kode]").val()).isEqualTo("pupr");
        assertThat(town.audit()).doesNotContain("UNIT_CHANGED");
    }

    @Test
    void endingAUnitMovesItsOpenCasesRolesAndHoldersToTheSuccessorWithOneEventEach() {
        Unit next = new Unit(
                Ids.next(world.clock.instant()),
                "PUTR",
                "Dinas PU dan Tata Ruang",
                "DPUTR",
                world.day(-1),
                null,
                null,
                false);
        world.people.add(town.id, next, null);
        Complaint first = forwarded();
        Complaint second = forwarded();
        handlings.take(town.id, town.opd.id(), second.id(), town.open(second), 1);
        Instant deadline = town.deadline(first);

        String path = town.path("/kelola/unit/" + town.pupr.id() + "/akhiri");
        Answer preview = admin.get(path);
        assertThat(preview.html().select(".angka b").eachText()).containsExactly("2", "3");
        Answer ended = admin.submit(preview, path, Map.of("penerus", Long.toString(next.id())));
        assertThat(ended.status()).as(ended.body()).isEqualTo(303);

        assertThat(unit("PUPR").validTo()).isEqualTo(world.day(0));
        assertThat(unit("PUPR").successorId()).isEqualTo(next.id());
        for (Complaint c : List.of(first, second)) {
            assertThat(town.eventsOf(c, "FORCED_MOVE")).hasSize(1);
            assertThat(town.eventsOf(c, "FORCED_MOVE").getFirst().facts())
                    .containsEntry("from", Long.toString(town.pupr.id()))
                    .containsEntry("to", Long.toString(next.id()));
        }
        assertThat(town.queue(first)).isEqualTo("r:admin-opd:" + next.id());
        assertThat(town.queue(second))
                .as("the person goes along and keeps the work")
                .isEqualTo("p:" + town.opd.id());
        assertThat(town.deadline(first)).as("clocks go on").isEqualTo(deadline);
        assertThat(world.people.holders(town.id).stream()
                        .filter(h -> h.unitId() != null && h.unitId() == next.id())
                        .map(RoleHolder::role))
                .containsExactlyInAnyOrder("admin-opd", "penghubung", "kepala");
        assertThat(world.people.holdings(town.id, town.opd.id())).anyMatch(h -> h.holds("admin-opd", next.id()));
        assertThat(town.audit()).contains("UNIT_ENDED");
        assertThat(admin.get(town.path("/kelola")).status()).isEqualTo(200);
    }

    @Test
    void aUnitIsNotEndedAheadOfTimeOrWithoutSuccessor() {
        String path = town.path("/kelola/unit/" + town.pupr.id() + "/akhiri");
        Answer refused = admin.submit(
                admin.get(path), path, Map.of("terakhir", world.day(3).toString()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat").text())
                .contains("Pilih unit penerus")
                .contains("paling lambat hari ini");
        assertThat(unit("PUPR").validTo()).isNull();
    }

    @Test
    void aListOfUnitsIsPreviewedAndThenTakenWholly() {
        Answer preview = upload("kode;nama;singkatan\nDISDIK;Dinas Pendidikan;Disdik\nRSUD;\"RSUD; Kelas B\";\n");
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.html().select("#pratinjau").text()).contains("2 baris");
        assertThat(world.people.units(town.id)).hasSize(1);
        Answer taken = admin.submit(preview, town.path("/kelola/unit/impor/simpan"), Map.of());
        assertThat(taken.status()).as(taken.body()).isEqualTo(303);
        assertThat(unit("RSUD").name()).isEqualTo("RSUD; Kelas B");
        assertThat(town.audit().subList(0, 2)).containsExactly("UNIT_ADDED", "UNIT_ADDED");
    }

    @Test
    void faultsOfAListAreToldByLineAndNothingIsHalfImported() {
        Answer refused = upload(
                "kode,nama,mulai\nA1,Satu,2026-01-01\nPUPR,Ganda,\n=HYPERLINK(1),Rumus,\nA1,Lagi,\nB1,,31/12/2026\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat li").eachText())
                .anySatisfy(t -> assertThat(t).contains("Baris 3").contains("PUPR sudah dipakai"))
                .anySatisfy(t -> assertThat(t).contains("Baris 4").contains("rumus"))
                .anySatisfy(t -> assertThat(t).contains("Baris 5").contains("baris 2"))
                .anySatisfy(t -> assertThat(t).contains("Baris 6").contains("Isi namanya"))
                .anySatisfy(t -> assertThat(t).contains("Baris 6").contains("31/12/2026"));
        assertThat(refused.html().select("form[action$=simpan]")).isEmpty();
        Answer forced = admin.post(
                town.path("/kelola/unit/impor/simpan"),
                Map.of(
                        "_t",
                        refused.html().select("input[name=_t]").val(),
                        "teks",
                        "kode,nama\nA1,Satu\nPUPR,Ganda\n"));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(world.people.units(town.id)).hasSize(1);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedInWordsAClerkUnderstands() {
        byte[] latin = "kode;nama\nX;Café\n".getBytes(Charset.forName("windows-1252"));
        byte[] utf16 = "kode;nama\nX;Dinas\n".getBytes(StandardCharsets.UTF_16);
        for (byte[] bytes : List.of(latin, utf16)) {
            Answer refused = upload(bytes);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.html().select(".galat").text()).contains("UTF-8");
        }
        Answer bom = upload("\uFEFFkode;nama\nX;Dinas\n".getBytes(StandardCharsets.UTF_8));
        assertThat(bom.status()).as("the mark that Excel writes is no fault").isEqualTo(200);
    }

    @Test
    void fiveThousandLinesAreTakenAtOnce() {
        StringBuilder csv = new StringBuilder("kode;nama\n");
        for (int i = 0; i < 5000; i++)
            csv.append("U").append(i).append(";Unit ke-").append(i).append('\n');
        Answer preview = upload(csv.toString());
        assertThat(preview.html().select("#pratinjau").text()).contains("5.000");
        Answer taken = admin.submit(preview, town.path("/kelola/unit/impor/simpan"), Map.of());
        assertThat(taken.status()).as(taken.body()).isEqualTo(303);
        assertThat(world.people.units(town.id)).hasSize(5001);
        assertThat(town.audit().stream().filter("UNIT_ADDED"::equals)).hasSize(5001);
        assertThat(upload(csv.append("X;Y;Z\n").toString()).status()).isEqualTo(422);
    }

    private Answer upload(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Answer upload(byte[] csv) {
        String path = town.path("/kelola/unit/impor");
        return admin.submit(admin.get(path), path, Map.of(), List.of(new Part("berkas", "unit.csv", "text/csv", csv)));
    }

    /** A complaint that the front desk sent on to PUPR. */
    private Complaint forwarded() {
        Complaint c = town.complaint();
        Outcome done = handlings.decide(
                town.id, town.desk.id(), new Decision(c.id(), town.open(c), 1, 0, town.pupr.id(), "", List.of()));
        assertThat(done).isInstanceOf(Outcome.Done.class);
        return c;
    }

    private Unit unit(String code) {
        return world.people.units(town.id).stream()
                .filter(u -> u.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
