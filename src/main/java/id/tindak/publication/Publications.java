package id.tindak.publication;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.base.Keys;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.SearchWords;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Outcome;
import id.tindak.handling.Publishing;
import id.tindak.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Wording a case for the public, publishing it, taking it back; and what the public reads. */
@Service
public class Publications {

    /** Fewer words find anything and everything. */
    private static final int LEAST_WORDS = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PublicationStore store;
    private final Publishing publishing;
    private final Agencies agencies;
    private final Keys keys;
    private final Clock clock;

    Publications(PublicationStore store, Publishing publishing, Agencies agencies, Keys keys, Clock clock) {
        this.store = store;
        this.publishing = publishing;
        this.agencies = agencies;
        this.keys = keys;
        this.clock = clock;
    }

    /** How the case stands with the public. */
    public Publication of(Complaint c) {
        return store.find(c.agencyId(), c.id());
    }

    /** The wording with which an editor begins: what was saved, else the case's own texts. */
    public static Wording begun(Publication p, CaseFile file) {
        Wording saved = p.wording();
        if (saved != null) return saved;
        return new Wording(file.k().complaint().title(), Message.ofComplaint(file.messages()), answer(file), Set.of());
    }

    /** The answer the reporter has, else what was handed over for it last. */
    private static String answer(CaseFile file) {
        return file.answer()
                .or(() -> file.messages().stream()
                        .filter(m -> m.kind() == Message.Kind.RESULT || m.kind() == Message.Kind.WORDING)
                        .filter(m -> !m.body().isBlank())
                        .max(Comparator.comparingLong(Message::id))
                        .map(Message::body))
                .orElse("");
    }

    /** A wording with what looks personal masked, but for what it leaves open. */
    public static Publication.Shown shown(Wording w, Reporter reporter) {
        return new Publication.Shown(
                Masking.masked(w.title(), reporter, w.open()),
                Masking.masked(w.complaint(), reporter, w.open()),
                Masking.masked(w.answer(), reporter, w.open()));
    }

    /** What looks personal in a wording, each thing once. */
    public static List<Found> found(Wording w, Reporter reporter) {
        return Stream.of(w.title(), w.complaint(), w.answer())
                .flatMap(text -> Traces.in(text, reporter).stream().map(t -> new Found(t.kind(), t.in(text))))
                .distinct()
                .toList();
    }

    /** Something that looks personal. */
    public record Found(Trace.Kind kind, String text) {

        public String key() {
            return Masking.key(text);
        }
    }

    /**
     * Keeps the editor's wording; where the case is not answered yet, the answer begins with it. Where the public reads the case already, it reads the new wording from now on.
     *
     * @param version of the wording that was changed
     */
    @Transactional
    public Outcome word(CaseFile file, long officer, int version, Wording typed) {
        Complaint c = file.k().complaint();
        if (!Publishing.rights(file).edits()) return new Outcome.Refused("", "handling.notYours");
        Wording w = new Wording(
                Masking.typed(typed.title()),
                Masking.typed(typed.complaint()),
                Masking.typed(typed.answer()),
                typed.open());
        byte[] salt = store.salt(c.agencyId(), c.id(), fresh());
        if (!store.word(
                c.agencyId(),
                c.id(),
                version,
                w,
                shown(w, file.k().reporter()),
                new Publication.Act(officer, clock.instant()))) return new Outcome.Conflict(null);
        String answer = w.answer().equals(answer(file)) ? null : w.answer();
        publishing.worded(c.agencyId(), c.id(), officer, Chain.fingerprint(salt, w.whole()), answer);
        return new Outcome.Done(c);
    }

    /** Publishes by itself what its step left out, or what was taken back; before that step: it may be published then. */
    @Transactional
    public Outcome publish(CaseFile file, long officer) {
        Complaint c = file.k().complaint();
        if (!Publishing.rights(file).publishes()) return new Outcome.Refused("", "handling.notYours");
        if (file.k().handling().open() && of(c).published() == null) {
            store.allow(c.agencyId(), c.id());
            return new Outcome.Done(publishing.allowed(c.agencyId(), c.id(), officer));
        }
        String why = obstacle(c, of(c), true);
        if (why != null) return new Outcome.Refused("", "publication.why." + why);
        return new Outcome.Done(publishing.published(c.agencyId(), c.id(), officer));
    }

    /** Takes it back; before it was published: it shall not be. */
    @Transactional
    public Outcome withdraw(CaseFile file, long officer, String reason) {
        Complaint c = file.k().complaint();
        if (!Publishing.rights(file).publishes()) return new Outcome.Refused("", "handling.notYours");
        store.withdraw(
                c.agencyId(),
                c.id(),
                new Publication.Withdrawn(Publication.Why.PETUGAS, officer, clock.instant()),
                fresh());
        publishing.withdrawn(c.agencyId(), c.id(), officer, reason);
        return new Outcome.Done(c);
    }

    /**
     * Why a case is not to be published; null when nothing stands against it. A code that a text explains.
     *
     * @param anew whether an officer publishes again what an officer took back
     */
    static @Nullable String obstacle(Complaint c, Publication p, boolean anew) {
        Publication.Withdrawn withdrawn = p.withdrawn();
        if (c.privacy().hidesExistence()) return "RAHASIA";
        if (c.concernsOfficer()) return "PETUGAS_DIADUKAN";
        if (c.joinedTo() != null) return "GABUNG";
        if (withdrawn != null && withdrawn.why() == Publication.Why.DIHAPUS) return "DIHAPUS";
        if (withdrawn != null && !anew) return "DITAHAN";
        if (p.wording() == null) return "BELUM_DISUNTING";
        return p.shown().answer().isBlank() ? "TANPA_JAWABAN" : null;
    }

    /** @param next where the next page begins; null on the last */
    public record Listed(List<Published> items, PublicQuery.@Nullable After next) {}

    public Listed list(int agencyId, PublicQuery q, int rows) {
        List<Published> found = store.list(agencyId, q, rows + 1);
        if (found.size() <= rows) return new Listed(found, null);
        Published last = found.get(rows - 1);
        return new Listed(found.subList(0, rows), new PublicQuery.After(last.publishedAt(), last.complaintId()));
    }

    public Optional<Published> item(int agencyId, String number) {
        return store.item(agencyId, number);
    }

    /** Published cases that say nearly the same as these words; none where there are too few of them. */
    public List<Published> similar(int agencyId, String text, int rows) {
        String[] words = SearchWords.of(text);
        return words.length < LEAST_WORDS ? List.of() : store.similar(agencyId, words, rows);
    }

    /** Months in which something was published that still stands, the newest first. */
    public List<YearMonth> months(int agencyId, ZoneId zone) {
        YearMonth now = YearMonth.from(clock.instant().atZone(zone));
        YearMonth first =
                store.first(agencyId).map(t -> YearMonth.from(t.atZone(zone))).orElse(now.plusMonths(1));
        return Stream.iterate(now, m -> !m.isBefore(first), m -> m.minusMonths(1))
                .toList();
    }

    /** Address and day of what was published in a month. */
    public record Address(String number, Instant since) {}

    public List<Address> of(int agencyId, YearMonth month, ZoneId zone, int rows) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return store.between(agencyId, from, to, rows).stream()
                .map(s -> new Address(s.number(), s.since()))
                .toList();
    }

    /**
     * Somebody experiences the same.
     *
     * @param visitor what tells one browser from another; kept as a keyed fingerprint alone
     * @return false when that was said before
     */
    @Transactional
    public boolean follow(int agencyId, long complaintId, String visitor) {
        byte[] who = keys.hmac(
                "ikut-merasakan",
                ByteBuffer.allocate(12).putInt(agencyId).putLong(complaintId).array(),
                visitor.getBytes(StandardCharsets.UTF_8));
        ZoneId zone = agencies.byId(agencyId).zone();
        return store.follow(agencyId, complaintId, who, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The present year in figures, as the job counted them last; empty before the first time. */
    public Optional<Figures> figures(int agencyId) {
        return store.figures(
                agencyId,
                LocalDate.ofInstant(clock.instant(), agencies.byId(agencyId).zone())
                        .getYear());
    }

    /** Counts the present year of each agency. */
    void count() {
        for (Agency a : agencies.all()) {
            int year = LocalDate.ofInstant(clock.instant(), a.zone()).getYear();
            store.count(a.id(), year, start(year, a.zone()), start(year + 1, a.zone()), clock.instant());
        }
    }

    private static long start(int year, ZoneId zone) {
        return Ids.first(LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant());
    }

    static byte[] fresh() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
