package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.phones.Line;
import id.tindak.phones.Network;
import id.tindak.phones.Town;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code bin/demo --kanal}: accounts for the agencies of the demo, and a page with a phone for each. It stands beside the tests: nothing of it is shipped. */
@Component
@ConditionalOnProperty("tindak.demo-phones")
final class DemoPhones {

    /** Invented numbers; each writes to one account. */
    private record Phone(String agency, Network network, String name, String address, String citizen, String number) {}

    private static final List<Phone> PHONES = List.of(
            new Phone("saran", Network.KANNEL, "SMS Center (Kannel)", "9000", "Siti Aminah", "6281200003390"),
            new Phone("saran", Network.WHATSAPP, "WhatsApp (Meta)", "6281200009001", "Budi Santoso", "6281200003391"),
            new Phone("saran", Network.FONNTE, "WhatsApp (Fonnte)", "6281200009002", "Rina Lestari", "6281200003392"),
            new Phone("saran", Network.WABLAS, "WhatsApp (Wablas)", "6281200009003", "Agus Salim", "6281200003393"),
            new Phone("saran", Network.WAHA, "WhatsApp (WAHA)", "6281200009004", "Dewi Kartika", "6281200003394"),
            new Phone("saran", Network.GOWA, "WhatsApp (gowa)", "6281200009005", "Joko Widagdo", "6281200003395"),
            new Phone("saran", Network.QONTAK, "WhatsApp (Qontak)", "6281200009006", "Tuti Alawiyah", "6281200003396"),
            new Phone("saran", Network.HTTP, "SMS (gerbang lain)", "9100", "Hasan Basri", "6281200003397"),
            new Phone(
                    "cilacap",
                    Network.WHATSAPP,
                    "WhatsApp LaporBup (Meta)",
                    "6285290080000",
                    "Wagiman",
                    "6281200003398"),
            new Phone("pasuruan", Network.INSTAGRAM, "Instagram", "@dewan.contoh", "Nurul Huda", "910000000000001"));

    private final ChannelAccounts accounts;
    private final Agencies agencies;
    private final People people;
    private final Clock clock;
    private final int port;

    DemoPhones(
            ChannelAccounts accounts,
            Agencies agencies,
            People people,
            Clock clock,
            @Value("${tindak.demo-phones}") int port) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.people = people;
        this.clock = clock;
        this.port = port;
    }

    /** After the world was made, which happens when the program is ready; that it takes calls is said after that. */
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> event) throws IOException {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) return;
        TownAccounts town = new TownAccounts(accounts, clock);
        List<Line> lines = new ArrayList<>();
        for (Phone p : PHONES) {
            Agency agency = agencies.all().stream()
                    .filter(a -> a.slug().equals(p.agency()))
                    .findFirst()
                    .orElseThrow();
            long by = people.officers(agency.id()).stream()
                    .filter(Officer::admin)
                    .findFirst()
                    .orElseThrow()
                    .id();
            lines.add(town.connect(
                    agency.id(),
                    p.network(),
                    p.name(),
                    p.address(),
                    p.citizen(),
                    p.number(),
                    port + 1 + lines.size(),
                    by));
        }
        System.out.println("\n  Ponsel warga  " + new Town(lines, port).url() + "\n");
    }
}
