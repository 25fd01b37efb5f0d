package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Chain;
import id.tindak.base.Keys;
import id.tindak.demo.DemoWorld;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Conversations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever touches the record is found out: a changed event or text, a cut tail, a complaint that vanished, a forged witness. */
@JourneyTest
class VerificationTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Intake intake;

    @Autowired
    Conversations conversations;

    @Autowired
    ChainStore chains;

    @Autowired
    Agencies agencies;

    @Autowired
    AgencyEvents events;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient sql;

    @Autowired
    Environment environment;

    @TempDir
    Path data;

    private DemoWorld.Founded w;
    private Witness witness;
    private Verification verification;
    private JdbcClient owner;
    private Complaint first;
    private Complaint second;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        w = world.agency();
        witness = new Witness(chains, agencies, events, keys, data, clock);
        verification = new Verification(chains, agencies, events, conversations, witness, keys);
        owner = JdbcClient.create(ownerSource());
        first = file();
        second = file();
        witness.seal();
    }

    /** Other tests of the program must find whole chains. */
    @AfterEach
    void mend() {
        for (String table : List.of(
                "outbox",
                "assignment",
                "clock",
                "handling",
                "attachment",
                "message",
                "complaint_search",
                "reporter",
                "complaint_event",
                "unsealed_head",
                "public_number",
                "draft")) {
            owner.sql("delete from " + table + " where agency_id = ?")
                    .param(agency())
                    .update();
        }
        owner.sql("delete from complaint where agency_id = ?").param(agency()).update();
    }

    @Test
    void anUntouchedRecordIsWholeAndSealedOnce() {
        assertThat(faults()).isEmpty();
        assertThat(witness.seal()).isZero();
        assertThat(witness.files()).hasSize(1);
        file();
        assertThat(witness.seal()).isEqualTo(1);
        assertThat(faults()).isEmpty();
        assertThat(verification.run().witnesses()).isEqualTo(2);
    }

    @Test
    void anErasedTextLeavesTheRecordWhole() {
        long message = conversations.of(agency(), first.id(), false).getFirst().id();
        conversations.erase(agency(), message);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aChangedEventIsNamed() {
        owner.sql(
                        "update complaint_event set line = replace(line, 'channel=web', 'channel=wa') where agency_id = ? and complaint_id = ? and seq = 1")
                .params(agency(), first.id())
                .update();
        assertThat(faults())
                .containsExactly(
                        "Aduan " + first.publicNumber() + ": peristiwa 1 tidak cocok dengan rantai; isinya berubah.");
    }

    @Test
    void aChangedTextIsNamed() {
        sql.sql("update message set body = 'Tidak ada lubang.' where agency_id = ? and complaint_id = ?")
                .params(agency(), first.id())
                .update();
        assertThat(faults())
                .containsExactly("Aduan " + first.publicNumber() + ": tulisan yang disebut peristiwa 1 sudah diubah.");
    }

    @Test
    void aTailCutTogetherWithTheComplaintsOwnCountIsFoundByTheWitness() {
        owner.sql("delete from complaint_event where agency_id = ? and complaint_id = ? and seq > 1")
                .params(agency(), first.id())
                .update();
        assertThat(faults().getFirst()).contains("ekor rantai terpotong");
        owner.sql("""
                update complaint c set chain_count = 1, chain_head = e.hash from complaint_event e
                where c.agency_id = ? and c.id = ? and e.agency_id = c.agency_id and e.complaint_id = c.id and e.seq = 1
                """).params(agency(), first.id()).update();
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("Aduan " + first.publicNumber() + ": ekor rantai terpotong; Saksi 00000001 mencatat");
    }

    @Test
    void aComplaintThatVanishedIsNamedByTheWitness() {
        long id = second.id();
        for (String table : List.of(
                "outbox",
                "assignment",
                "clock",
                "handling",
                "message",
                "complaint_search",
                "reporter",
                "complaint_event",
                "public_number")) {
            owner.sql("delete from " + table + " where agency_id = ? and complaint_id = ?")
                    .params(agency(), id)
                    .update();
        }
        owner.sql("delete from complaint where agency_id = ? and id = ?")
                .params(agency(), id)
                .update();
        assertThat(faults())
                .containsExactly("Aduan dengan kunci " + agency() + "/" + id + " hilang; Saksi 00000001 mencatatnya.");
    }

    @Test
    void aForgedOrMissingWitnessIsNamed() throws Exception {
        file();
        witness.seal();
        String text = Files.readString(witness.path(1));
        String line = text.lines()
                .filter(l -> l.startsWith(agency() + "/"))
                .findFirst()
                .orElseThrow();
        String changed = line.replaceFirst(" \\d+ ", " 1 ");
        Files.writeString(witness.path(1), text.replace(line, changed));
        assertThat(faults())
                .contains("Saksi 00000001: segelnya tidak cocok.")
                .contains("Saksi 00000002: tidak menyambung pada saksi sebelumnya.");
        Files.delete(witness.path(1));
        assertThat(faults()).contains("Saksi 00000001: berkasnya hilang.");
    }

    @Test
    void aRemovedAdministrativeChangeIsNamed() {
        Chain last = events.page(agency(), Integer.MAX_VALUE, 1).getFirst();
        String name = w.agency().name();
        owner.sql("update agency_event set line = replace(line, '_', '-') where agency_id = ? and seq = 1")
                .param(agency())
                .update();
        assertThat(verification.run().faults())
                .contains("Catatan perubahan " + name + ": peristiwa 1 tidak cocok dengan rantai; isinya berubah.");
        owner.sql(
                        "update agency_event set line = replace(line, '-FOUNDED', '_FOUNDED') where agency_id = ? and seq = 1")
                .param(agency())
                .update();
        owner.sql("delete from agency_event where agency_id = ? and seq = ?")
                .params(agency(), last.seq())
                .update();
        assertThat(verification.run().faults())
                .anyMatch(f -> f.startsWith("Catatan perubahan instansi " + agency() + ": terpotong"));
        owner.sql("insert into agency_event (agency_id, seq, line, hash) values (?, ?, ?, ?)")
                .params(agency(), last.seq(), last.line(), last.hash())
                .update();
    }

    @Test
    void theProgramItselfMayNotTouchTheEvents() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sql.sql("delete from complaint_event where agency_id = 0")
                                .update())
                .hasStackTraceContaining("permission denied");
    }

    private List<String> faults() {
        return verification.run().faults().stream()
                .filter(f ->
                        f.contains("Saksi") || f.contains(first.publicNumber()) || f.contains(second.publicNumber()))
                .toList();
    }

    private DriverManagerDataSource ownerSource() {
        String url = environment.getRequiredProperty("tindak.database.owner-url");
        java.net.URI uri = java.net.URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        return new DriverManagerDataSource(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), user[0], user[1]);
    }

    private Complaint file() {
        return intake.accept(
                agency(),
                NewComplaint.of("pengaduan", "web", "Jalan berlubang", "Ada dua lubang.")
                        .done());
    }

    private int agency() {
        return w.agency().id();
    }
}
