package id.tindak.recap;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Period;
import id.tindak.sop.Periodic;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /rekap}: which recaps there are, one of them, its cases, its files; and what is done to it. Nothing is counted here. */
@Controller
class RecapPages {

    private static final String HERE = "/rekap";
    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_REASON = 500;

    private final Recaps recaps;
    private final RecapDoor door;
    private final Signers signers;
    private final RecapShow show;

    RecapPages(Recaps recaps, RecapDoor door, Signers signers, RecapShow show) {
        this.recaps = recaps;
        this.door = door;
        this.signers = signers;
        this.show = show;
    }

    @GetMapping(HERE)
    @Access({Who.OFFICER, Who.AUDITOR})
    View list(Page page, Signed me) {
        return listing(page, me, Form.empty());
    }

    /** A recap is to be worked out. */
    @PostMapping(HERE)
    @Access(Who.OFFICER)
    View make(Page page, Signed me, Form form) {
        door.toMake(me);
        Period period = Period.parse(form.value("masa")).orElse(null);
        if (period == null) {
            form.wrong("masa", "recap.periodMissing");
            return listing(page, me, form).status(422);
        }
        return switch (recaps.ask(me.agencyId(), period, me.officerId())) {
            case Recaps.Doing.Done done -> View.to(page, path(period));
            case Recaps.Doing.Refused refused -> {
                form.wrong("masa", refused.reason());
                yield listing(page, me, form).status(422);
            }
        };
    }

    @GetMapping(HERE + "/{period}")
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, @PathVariable("period") String code, Form form) {
        Period period = period(code);
        Recap recap = recap(me, period, form);
        View view = View.of("recap/show.jte", page, show.recap(page, me, period, recap, show.filled(me, recap)));
        return recap != null && recap.wanted() != null ? view.header("Refresh", "3") : view;
    }

    @GetMapping(HERE + "/{period}/daftar")
    @Access({Who.OFFICER, Who.AUDITOR})
    View cases(Page page, Signed me, @PathVariable("period") String code, Form form) {
        Period period = period(code);
        Recap recap = recap(me, period, form);
        if (recap == null || !recap.listsCases() || !door.open(me).cases()) throw Problem.notFound();
        return View.of("recap/cases.jte", page, show.cases(page, recap, form));
    }

    @GetMapping(HERE + "/{period}/berkas/{name}")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download file(Signed me, @PathVariable("period") String code, @PathVariable String name, Form form) {
        Recap recap = recap(me, period(code), form);
        boolean figures = name.equals(RecapFiles.FIGURES);
        if (recap == null || !figures && recap.listsCases() && !door.open(me).cases()) throw Problem.notFound();
        if (!figures && recaps.secretSince(recap)) throw Problem.of(410, "recap.secretSince");
        RecapFiles.Made made = recaps.file(recap, name).orElseThrow(Problem::notFound);
        return new Download(
                Recaps.fileName(recap, name),
                made.mediaType(),
                made.content().length,
                () -> new ByteArrayInputStream(made.content()));
    }

    /** The note is kept, or the recap frozen. */
    @PostMapping(HERE + "/{period}")
    @Access(Who.OFFICER)
    View keep(Page page, Signed me, @PathVariable("period") String code, Form form) {
        door.toMake(me);
        Period period = period(code);
        Recap recap = recaps.newest(me.agencyId(), period).orElseThrow(Problem::notFound);
        String note = form.text("catatan", LONGEST_NOTE);
        Recap.Signer signer = signers.of(me.agencyId()).get(form.value("mengetahui"));
        boolean freezes = form.value("aksi").equals("bekukan");
        if (!form.ok()) return again(page, me, period, recap, form);
        Recaps.Doing doing = freezes
                ? recaps.freeze(recap, me.officerId(), note, signer, chosen(me, period, form))
                : recaps.note(recap, note, signer);
        return done(page, me, period, recap, form, doing, freezes ? "recap.freezingNow" : "recap.noteKept");
    }

    @PostMapping(HERE + "/{period}/hitung")
    @Access(Who.OFFICER)
    View compute(Page page, Signed me, @PathVariable("period") String code, Form form) {
        door.toMake(me);
        Period period = period(code);
        Recap recap = recaps.newest(me.agencyId(), period).orElse(null);
        return done(
                page, me, period, recap, form, recaps.ask(me.agencyId(), period, me.officerId()), "recap.computing");
    }

    @PostMapping(HERE + "/{period}/revisi")
    @Access(Who.OFFICER)
    View revise(Page page, Signed me, @PathVariable("period") String code, Form form) {
        door.toMake(me);
        Period period = period(code);
        Recap recap = recaps.newest(me.agencyId(), period).orElseThrow(Problem::notFound);
        String reason = form.line("alasan", LONGEST_REASON);
        if (!form.ok()) return again(page, me, period, recap, form);
        return done(
                page,
                me,
                period,
                recap,
                form,
                recaps.revise(me.agencyId(), period, me.officerId(), reason),
                "recap.revising");
    }

    private View done(
            Page page, Signed me, Period period, @Nullable Recap recap, Form form, Recaps.Doing doing, String said) {
        return switch (doing) {
            case Recaps.Doing.Done ok -> View.to(page, path(period)).flash(said);
            case Recaps.Doing.Refused refused -> {
                form.wrong(refused.field(), refused.reason());
                yield again(page, me, period, recap, form);
            }
        };
    }

    private View again(Page page, Signed me, Period period, @Nullable Recap recap, Form form) {
        return View.of("recap/show.jte", page, show.recap(page, me, period, recap, form))
                .status(422);
    }

    private View listing(Page page, Signed me, Form form) {
        return View.of("recap/list.jte", page, show.listing(page, me, form));
    }

    /** Own periodic work that was ticked. */
    private List<Long> chosen(Signed me, Period period, Form form) {
        return show.periodic(me, period).stream()
                .map(RecapView.Task::id)
                .filter(id -> form.many("tugas").contains(Long.toString(id)))
                .toList();
    }

    /** @throws Problem 404 for anything that is no period of which there are recaps */
    private static Period period(String code) {
        return Period.parse(code).filter(p -> p.every() != Periodic.Every.WEEK).orElseThrow(Problem::notFound);
    }

    /** The newest revision, or the one that is asked for; null where there is none yet. */
    private @Nullable Recap recap(Signed me, Period period, Form form) {
        door.open(me);
        Long revision = form.id("revisi");
        if (revision == null) return recaps.newest(me.agencyId(), period).orElse(null);
        return recaps.revision(me.agencyId(), period, (int) Math.min(Integer.MAX_VALUE, revision))
                .orElseThrow(Problem::notFound);
    }

    private static String path(Period p) {
        return HERE + "/" + p.code();
    }
}
