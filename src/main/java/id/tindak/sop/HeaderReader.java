package id.tindak.sop;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the identity words of {@code sop:}; the caller reads those that are executed, and closes the block. */
final class HeaderReader {

    private static final List<String> CONTACT = List.of("unit", "alamat", "kode_pos", "telepon", "email");

    private final Block sop;
    private final Faults faults;

    HeaderReader(Block sop, Faults faults) {
        this.sop = sop;
        this.faults = faults;
    }

    Header read() {
        String label = sop.text("label_nomor");
        return new Header(
                sop.text("nomor"),
                label == null ? "Nomor SOP" : label,
                dates(),
                signer(),
                sop.texts("dasar_hukum"),
                sop.texts("kualifikasi"),
                sop.texts("keterkaitan"),
                sop.texts("peralatan"),
                sop.texts("peringatan"),
                sop.texts("pencatatan"),
                new Header.Service(
                        sop.texts("persyaratan"),
                        sop.text("biaya"),
                        sop.text("produk"),
                        sop.text("tentang"),
                        sop.text("penolakan"),
                        contact(),
                        sop.pairs("tautan"),
                        sop.text("judul_portal"),
                        sop.text("pengirim_surel")));
    }

    private Header.Dates dates() {
        Block dates = sop.block("tanggal");
        if (dates == null) return new Header.Dates(null, null, null, null);
        Header.Dates read = new Header.Dates(
                date(dates, "pembuatan"), date(dates, "revisi"), date(dates, "disahkan"), date(dates, "efektif"));
        dates.close();
        return read;
    }

    private @Nullable LocalDate date(Block dates, String word) {
        String text = dates.text(word);
        if (text == null || text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            faults.error(
                    dates.line(word),
                    "Tanggal " + word + " \"" + text
                            + "\" tidak dikenal. Tulis tahun-bulan-hari, misalnya 2026-03-02.");
            return null;
        }
    }

    private Header.@Nullable Signer signer() {
        Block signer = sop.block("disahkan");
        if (signer == null) return null;
        Header.Signer read = new Header.Signer(
                signer.needText("jabatan"), signer.text("nama"), signer.text("pangkat"), signer.text("nip"));
        signer.close();
        return read;
    }

    private Map<String, String> contact() {
        Block contact = sop.block("kontak");
        Map<String, String> read = new LinkedHashMap<>();
        if (contact == null) return read;
        for (String word : CONTACT) {
            String text = contact.text(word);
            if (text != null) read.put(word, text);
        }
        contact.close();
        return read;
    }
}
