package id.tindak.demo;

import id.tindak.agency.Agency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code bin/demo} prints when it is ready. */
final class Announcement {

    private Announcement() {}

    /**
     * @param signIns of each agency, by its id: sign-in names with what they are
     * @param password of all demo officers; null when the data were made at an earlier start
     */
    static void print(
            String base, List<Agency> agencies, Map<Integer, List<String>> signIns, @Nullable String password) {
        StringBuilder text = new StringBuilder("\nTindak siap. Tekan Ctrl-C untuk berhenti.\n");
        for (Agency a : agencies) {
            String address = base + '/' + a.slug();
            text.append("\n  ")
                    .append(a.government())
                    .append(", ")
                    .append(a.name())
                    .append('\n');
            text.append("    Warga    ").append(address).append('\n');
            text.append("    Petugas  ").append(address).append("/masuk\n");
            signIns.getOrDefault(a.id(), List.of())
                    .forEach(who -> text.append("             ").append(who).append('\n'));
        }
        text.append(
                password == null
                        ? "\n  Kata sandi: yang dicetak ketika data contoh dibuat.\n"
                        : "\n  Kata sandi semua petugas contoh: " + password + "\n");
        System.out.println(text);
    }
}
