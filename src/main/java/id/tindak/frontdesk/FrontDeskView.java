package id.tindak.frontdesk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.intake.KeptFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front desk as its page shows it.
 *
 * @param kept files that were stored before the form came back with faults
 * @param steps of the SOP that saving ends as well, where they are this officer's
 * @param today newest first
 * @param known number of the case that has this LAPOR! number already; null when none has
 */
public record FrontDeskView(
        Way way,
        Form form,
        Choices choices,
        List<KeptFile> kept,
        List<String> steps,
        List<EntryLine> today,
        @Nullable String known) {

    /** Fields that are seldom needed, folded below the others. */
    public List<String> more() {
        List<String> all = switch (way) {
            case SURAT -> List.of("lembaga", "alamat", "hp", "email", "lampiran", "pembawa", "uraian", "berkas");
            case TAMU -> List.of("alamat");
            case TELEPON -> List.of("lembaga", "alamat", "email", "berkas");
            case LISAN -> List.of("lembaga", "hp", "email", "berkas");
            case TANGKAPAN -> List.of("nama", "lembaga", "alamat", "hp", "email");
            case LAPOR -> List.of("lembaga", "alamat", "hp", "email", "berkas");
        };
        return all;
    }

    /** Whether something stands below the fold that has to be seen. */
    public boolean unfolded() {
        return form.errors().keySet().stream().anyMatch(f -> more().contains(f) || FOLDED.contains(f))
                || !form.value("terlapor").isEmpty();
    }

    private static final List<String> FOLDED = List.of("terlapor", "sifat", "jenis", "jenis_pelapor");

    /** Whether the part for paper of a power cut has to be seen. */
    public boolean late() {
        return List.of("tanggal", "jam", "nomor_cetak").stream()
                .anyMatch(f -> form.error(f) != null || !form.value(f).isEmpty());
    }

    public boolean optional(String field) {
        return switch (field) {
            case "judul", "keperluan", "akun", "tanggal_tayang", "jam_tayang", "media", "nomor_luar" -> false;
            case "nama" -> way != Way.SURAT && way != Way.TAMU;
            case "uraian" -> way == Way.SURAT;
            default -> true;
        };
    }

    /** The first field has the focus as soon as the page is there. */
    public boolean first(String field) {
        return form.ok() && field.equals(way.fields().getFirst());
    }

    public Map<String, String> media(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String m : Choices.MEDIA) names.put(m, Texts.named(page.language(), "channel.", m));
        return names;
    }

    public Map<String, String> kinds(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String k : choices.kinds()) names.put(k, Texts.named(page.language(), "kind.", k));
        return names;
    }

    public Map<String, String> reporterKinds(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String k : choices.reporterKinds()) names.put(k, Texts.named(page.language(), "reporter.", k));
        return names;
    }

    public Map<String, String> privacies(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        choices.privacies()
                .forEach(p -> names.put(p.name(), page.t("privacy." + p.name().toLowerCase(java.util.Locale.ROOT))));
        return names;
    }
}
