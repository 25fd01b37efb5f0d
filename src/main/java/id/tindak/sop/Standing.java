package id.tindak.sop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Roles and steps that every agency has beside its procedure, because no procedure can be left to judge itself: whoever examines a
 * complaint that alleges abuse of power (berkadar pengawasan), and the superior of the desk, who examines complaints about the
 * complaint service and objections. Who holds them is the agency's data, as with every role.
 */
public final class Standing {

    /** Inspektorat: complaints that allege abuse of power by an officer. */
    public static final String INSPECTORATE = "inspektorat";
    /** Sekretaris Daerah: those against the head of an OPD. */
    public static final String SECRETARY = "sekda";
    /** Badan Kehormatan: those against a member of the council. */
    public static final String HONOUR_COUNCIL = "badan-kehormatan";
    /** The superior of the complaint desk. */
    public static final String SUPERIOR = "atasan-pengaduan";

    private static final Map<String, Actor> ACTORS = new LinkedHashMap<>();
    private static final Map<String, Step> STEPS = new LinkedHashMap<>();

    static {
        oversight("X-1", INSPECTORATE, "Inspektorat (aduan berkadar pengawasan)");
        oversight("X-2", SECRETARY, "Sekretaris Daerah (aduan tentang kepala perangkat daerah)");
        oversight("X-3", HONOUR_COUNCIL, "Badan Kehormatan (aduan tentang anggota DPRD)");
        add(
                "X-4",
                SUPERIOR,
                "Atasan layanan pengaduan",
                "Tinjauan atasan",
                "Meninjau aduan tentang layanan pengaduan, atau keberatan pelapor",
                "Dijawab",
                "Keberatan tidak diterima");
    }

    private Standing() {}

    /** In the order in which an administrator reads them. */
    public static Map<String, Actor> actors() {
        return Collections.unmodifiableMap(ACTORS);
    }

    /** Keys of the roles that examine abuse of power. */
    public static List<String> overseers() {
        return List.of(INSPECTORATE, SECRETARY, HONOUR_COUNCIL);
    }

    /** Number of the step that this role does. */
    public static String stepOf(String role) {
        return STEPS.values().stream()
                .filter(s -> s.actor().equals(role))
                .map(Step::no)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no standing role " + role));
    }

    /** Whether the step is one of these, not of a procedure. */
    public static boolean is(String step) {
        return STEPS.containsKey(step);
    }

    /** Whether the step examines an abuse of power. */
    public static boolean oversees(String step) {
        Step found = STEPS.get(step);
        return found != null && overseers().contains(found.actor());
    }

    /** Whether the branch hands an allegation over to those who examine it: secret from here on, and out of the procedure. */
    public static boolean handsOver(Branch branch) {
        return branch.confidential() && branch.target().equals(Sop.MOVED);
    }

    static Optional<Step> step(String no) {
        return Optional.ofNullable(STEPS.get(no));
    }

    static @Nullable Actor actor(String key) {
        return ACTORS.get(key);
    }

    private static void oversight(String no, String role, String name) {
        add(
                no,
                role,
                name,
                "Pemeriksaan",
                "Memeriksa aduan berkadar pengawasan dan memberi tahu pelapor hasilnya",
                "Selesai diperiksa",
                "Tidak dapat diperiksa");
    }

    private static void add(
            String no, String role, String name, String title, String activity, String done, String refused) {
        ACTORS.put(role, new Actor(role, name, Actor.From.AGENCY, null, null));
        STEPS.put(
                no,
                new Step(
                        no,
                        null,
                        title,
                        activity,
                        role,
                        List.of(),
                        Map.of(),
                        null,
                        null,
                        null,
                        List.of(new Effect(Effect.ANSWER, "")),
                        List.of(),
                        false,
                        true,
                        List.of(
                                branch(done, Sop.DONE, false),
                                branch(refused, Sop.REFUSED, true),
                                branch("Diteruskan ke pihak lain", Sop.MOVED, true)),
                        null,
                        0));
    }

    private static Branch branch(String label, String target, boolean reason) {
        return new Branch(label, target, List.of(), reason, null, false, true, null);
    }
}
