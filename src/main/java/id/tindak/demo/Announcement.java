package id.tindak.demo;

import id.tindak.agency.Agency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code bin/demo} prints when it is ready. */
final class Announcement {

    private Announcement() {}

    static void print(String base, List<Agency> agencies, @Nullable String password) {
        StringBuilder text = new StringBuilder("\nTindak siap. Tekan Ctrl-C untuk berhenti.\n\n");
        agencies.forEach(a -> text.append("  Warga    ")
                .append(base)
                .append('/')
                .append(a.slug())
                .append("   (")
                .append(a.government())
                .append(")\n"));
        agencies.forEach(a -> text.append("  Petugas  ")
                .append(base)
                .append('/')
                .append(a.slug())
                .append("/masuk\n"));
        text.append(
                        "\n  Nama masuk: ratna (Admin Utama), dewi.dpupr (Admin OPD), joko.dpupr (Pejabat Penghubung), sri.dpupr (Kepala OPD),\n")
                .append("              tono.perkim, lina.perkim, agus.perkim, admin (administrator), auditor\n");
        text.append(
                password == null
                        ? "  Kata sandi: yang dicetak ketika data contoh dibuat.\n"
                        : "  Kata sandi semua petugas contoh: " + password + "\n");
        System.out.println(text);
    }
}
