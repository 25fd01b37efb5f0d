package id.tindak.recap;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Period;
import id.tindak.handling.SideTasks;
import id.tindak.handling.Sops;
import id.tindak.sop.Periodic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of a recap: a job works it out into a draft, somebody writes a note and names who acknowledges it on paper, and a job freezes it with its files. What is frozen never changes; a later
 * correction is a further revision, with a reason. No request counts anything.
 */
@Service
public class Recaps {

    private static final Logger LOG = LoggerFactory.getLogger(Recaps.class);

    /** So many months back drafts are made by themselves. */
    private static final int MONTHS_BACK = 24;

    private static final List<Periodic.Every> LONGER =
            List.of(Periodic.Every.QUARTER, Periodic.Every.HALF_YEAR, Periodic.Every.YEAR);

    private final RecapStore store;
    private final SolvedStore solvedStore;
    private final Reckoning reckoning;
    private final Solved solved;
    private final RecapFiles files;
    private final AttachedFiles attached;
    private final SideTasks tasks;
    private final Sops sops;
    private final Agencies agencies;
    private final People people;
    private final AgencyEvents audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    Recaps(
            RecapStore store,
            SolvedStore solvedStore,
            Reckoning reckoning,
            Solved solved,
            RecapFiles files,
            AttachedFiles attached,
            SideTasks tasks,
            Sops sops,
            Agencies agencies,
            People people,
            AgencyEvents audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.solvedStore = solvedStore;
        this.reckoning = reckoning;
        this.solved = solved;
        this.files = files;
        this.attached = attached;
        this.tasks = tasks;
        this.sops = sops;
        this.agencies = agencies;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** What became of a verb. */
    public sealed interface Doing {

        record Done() implements Doing {}

        /**
         * @param field of the form, or empty
         * @param reason text key
         */
        record Refused(String field, String reason) implements Doing {}
    }

    Optional<Recap> newest(int agencyId, Period period) {
        return store.newest(agencyId, period);
    }

    Optional<Recap> revision(int agencyId, Period period, int revision) {
        return store.find(agencyId, period, revision);
    }

    /** All revisions of all periods, newest first. */
    List<Recap.Line> all(int agencyId) {
        return store.all(agencyId);
    }

    List<Recap.Kept> files(Recap r) {
        return r.isFrozen() ? store.files(r.agencyId(), r.id()) : List.of();
    }

    /** The cases that ended in it, from a line on: as it was frozen, or as they are. */
    List<SolvedCase> cases(Recap r, SolvedStore.After after, int limit) {
        Instant until = r.until();
        if (!r.listsCases() || until == null) return List.of();
        return r.isFrozen()
                ? solvedStore.kept(r.agencyId(), r.id(), after.run(), limit)
                : solved.page(r.agencyId(), begin(r), until, after, limit);
    }

    /** A file of a draft, made on the spot of what was worked out; or of a frozen one as it was handed out. Empty when it has none such, or may not give it any more. */
    Optional<RecapFiles.Made> file(Recap r, String name) {
        Instant until = r.until();
        if (until == null) return Optional.empty();
        if (!r.isFrozen())
            return files.made(
                    name,
                    r,
                    r.listsCases() && !name.equals(RecapFiles.FIGURES)
                            ? solved.all(r.agencyId(), begin(r), until)
                            : List.of(),
                    null);
        return files(r).stream()
                .filter(f -> f.name().equals(name) && !f.withheld())
                .findFirst()
                .map(f -> new RecapFiles.Made(name, f.mediaType(), bytes(r, f)));
    }

    private byte[] bytes(Recap r, Recap.Kept f) {
        try (var in = attached.open(r.agencyId(), new StoredFile(f.name(), f.mediaType(), f.size(), f.sha256()))) {
            return in.readAllBytes();
        } catch (java.io.IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }

    /** Whether its files tell of a case that became secret, or of which somebody was accused, after it was frozen. */
    boolean secretSince(Recap r) {
        return r.isFrozen() && r.listsCases() && solvedStore.secretSince(r.agencyId(), r.id());
    }

    /** Whether what was frozen is still what is kept. */
    boolean genuine(Recap r, List<Recap.Kept> kept) {
        Recap.Frozen frozen = r.frozen();
        return frozen == null || frozen.sha256().equals(hash(r, kept));
    }

    /** It is to be worked out, for the first time or anew. */
    @Transactional
    public Doing ask(int agencyId, Period period, long by) {
        if (period.every() == Periodic.Every.WEEK || period.first().isAfter(people.today(agencyId)))
            return new Doing.Refused("masa", "recap.notBegun");
        Recap newest = store.newest(agencyId, period).orElse(null);
        if (newest == null) {
            store.insert(agencyId, Ids.next(clock.instant()), period, 1, "", by, null);
            return new Doing.Done();
        }
        if (newest.isFrozen()) return new Doing.Refused("", "recap.isFrozen");
        if (newest.wanted() == Recap.Wanted.BEKUKAN) return new Doing.Refused("", "recap.freezing");
        store.want(agencyId, newest.id(), Recap.Wanted.HITUNG, by, List.of());
        return new Doing.Done();
    }

    /** What the officer has to say of it, and who acknowledges it. */
    @Transactional
    public Doing note(Recap r, String note, Recap.@Nullable Signer signer) {
        return store.note(r.agencyId(), r.id(), note, signer)
                ? new Doing.Done()
                : new Doing.Refused("", "recap.isFrozen");
    }

    /**
     * It is to be frozen as it stands.
     *
     * @param done periodic work of this officer that is done with it
     */
    @Transactional
    public Doing freeze(Recap r, long by, String note, Recap.@Nullable Signer signer, List<Long> done) {
        if (r.isFrozen()) return new Doing.Refused("", "recap.isFrozen");
        if (r.wanted() != null) return new Doing.Refused("", "recap.freezing");
        if (!r.period().over(people.today(r.agencyId()))) return new Doing.Refused("", "recap.running");
        if (!r.whole(reckoning.end(r.agencyId(), r.period()))) return new Doing.Refused("", "recap.stale");
        if (signer == null) return new Doing.Refused("mengetahui", "recap.signerMissing");
        if (!store.note(r.agencyId(), r.id(), note, signer)
                || !store.want(r.agencyId(), r.id(), Recap.Wanted.BEKUKAN, by, done))
            return new Doing.Refused("", "recap.isFrozen");
        return new Doing.Done();
    }

    /** A frozen recap is made again; the frozen one stays. */
    @Transactional
    public Doing revise(int agencyId, Period period, long by, String reason) {
        Recap newest = store.newest(agencyId, period).orElse(null);
        if (newest == null || !newest.isFrozen()) return new Doing.Refused("", "recap.notFrozen");
        if (reason.isBlank()) return new Doing.Refused("alasan", "recap.reasonMissing");
        int revision = newest.revision() + 1;
        store.insert(agencyId, Ids.next(clock.instant()), period, revision, reason, by, newest);
        audit.append(
                agencyId, "RECAP_REVISED", by, Map.of("period", period.code(), "revision", Integer.toString(revision)));
        return new Doing.Done();
    }

    /** Makes drafts of periods that are over and have none. */
    public void open() {
        for (Agency agency : agencies.all()) {
            try {
                transaction.executeWithoutResult(status -> open(agency));
            } catch (RuntimeException failed) {
                LOG.error("Recaps of agency {}", agency.id(), failed);
            }
        }
    }

    private void open(Agency agency) {
        LocalDate since = since(agency).orElse(null);
        if (since == null) return;
        LocalDate today = people.today(agency.id());
        Set<String> known =
                store.all(agency.id()).stream().map(l -> l.period().code()).collect(Collectors.toSet());
        Period last = Period.of(Periodic.Every.MONTH, today).previous();
        Stream<Period> months = Stream.iterate(last, Period::previous)
                .limit(MONTHS_BACK)
                .filter(p -> !p.last().isBefore(since));
        Stream<Period> longer = LONGER.stream()
                .map(every -> Period.of(every, today).previous())
                .filter(p -> !p.last().isBefore(since));
        Stream.concat(months, longer)
                .filter(p -> !known.contains(p.code()))
                .forEach(p -> store.insert(agency.id(), Ids.next(clock.instant()), p, 1, "", null, null));
    }

    /** The day of the agency's first complaint, or since when it works by a procedure here, whichever is earlier. */
    private Optional<LocalDate> since(Agency agency) {
        Stream<Instant> inForce = sops.versions(agency.id()).stream()
                .map(Sops.Version::inForceFrom)
                .flatMap(Stream::ofNullable);
        return Stream.concat(store.begun(agency.id()).stream(), inForce)
                .min(Instant::compareTo)
                .map(at -> LocalDate.ofInstant(at, agency.zone()));
    }

    /** Does what is asked for: works drafts out, freezes. */
    public void work() {
        for (Agency agency : agencies.all())
            for (Recap r : store.wanted(agency.id())) {
                try {
                    if (r.wanted() == Recap.Wanted.BEKUKAN) freezeNow(r);
                    else workOut(r);
                } catch (RuntimeException failed) {
                    LOG.error("Recap {} of agency {}", r.period().code(), agency.id(), failed);
                    transaction.executeWithoutResult(status -> store.trouble(agency.id(), r.id(), Recap.Trouble.GAGAL));
                }
            }
    }

    private void workOut(Recap r) {
        Instant until = until(r);
        Figures figures = reckoning.of(r.agencyId(), begin(r), until);
        transaction.executeWithoutResult(
                status -> store.computed(r.agencyId(), r.id(), figures, until, clock.instant(), null));
    }

    /** What is frozen and what was looked at are the same figures; the list is of the same moment. */
    private void freezeNow(Recap r) {
        Instant until = until(r);
        record Taken(Figures figures, List<SolvedCase> cases) {}
        Taken taken = Objects.requireNonNull(oneMoment.execute(status -> new Taken(
                reckoning.of(r.agencyId(), begin(r), until),
                r.listsCases() ? solved.all(r.agencyId(), begin(r), until) : List.of())));
        if (!taken.figures().written().equals(r.content())) {
            transaction.executeWithoutResult(status -> store.computed(
                    r.agencyId(), r.id(), taken.figures(), until, clock.instant(), Recap.Trouble.BERUBAH));
            return;
        }
        Instant now = clock.instant();
        List<Recap.Kept> kept = files.all(r, taken.cases(), now).stream()
                .map(f -> new Recap.Kept(
                        f.name(), f.mediaType(), f.content().length, attached.keep(r.agencyId(), f.content()), false))
                .toList();
        transaction.executeWithoutResult(status -> frozen(r, taken.cases(), kept, now));
    }

    private void frozen(Recap r, List<SolvedCase> cases, List<Recap.Kept> kept, Instant now) {
        long by = Objects.requireNonNull(r.wantedBy());
        String hash = hash(r, kept);
        if (!store.freeze(r.agencyId(), r.id(), new Recap.Frozen(now, by, hash))) return;
        store.keep(r.agencyId(), r.id(), kept);
        solvedStore.keep(r.agencyId(), r.id(), cases);
        audit.append(
                r.agencyId(),
                "RECAP_FROZEN",
                by,
                Map.of("period", r.period().code(), "revision", Integer.toString(r.revision()), "sha256", hash));
        String said = Texts.get(
                Texts.DEFAULT,
                "recap.task.done",
                r.period().words(new Times(agencies.byId(r.agencyId()).zone(), Texts.DEFAULT), Texts.DEFAULT),
                r.revision());
        // whoever was faster has done it
        for (long task : r.tasks()) tasks.finish(r.agencyId(), by, task, said, null);
    }

    /** As the browser should save it: "rekap-2026-10.pdf", "rekap-2026-10-revisi-2-angka.csv". */
    static String fileName(Recap r, String name) {
        String revision = r.revision() == 1 ? "" : "-revisi-" + r.revision();
        return "rekap-" + r.period().code() + revision
                + name.replaceFirst("^rekap", "").replaceFirst("^(?=[a-z])", "-");
    }

    private Instant begin(Recap r) {
        return reckoning.begin(r.agencyId(), r.period());
    }

    /** The end of the period, or now while it runs. */
    private Instant until(Recap r) {
        Instant end = reckoning.end(r.agencyId(), r.period());
        Instant now = clock.instant();
        return now.isBefore(end) ? now : end;
    }

    /** Over everything that was frozen; the files by their own hashes. */
    private static String hash(Recap r, List<Recap.Kept> kept) {
        Recap.Signer signer = Objects.requireNonNull(r.signer());
        String all = Stream.concat(
                        Stream.of(
                                r.period().code(),
                                Integer.toString(r.revision()),
                                r.reason(),
                                r.content(),
                                r.note(),
                                signer.title(),
                                signer.name(),
                                signer.nip()),
                        kept.stream().map(f -> f.name() + " " + f.sha256()).sorted())
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
