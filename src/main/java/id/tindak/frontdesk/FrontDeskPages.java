package id.tindak.frontdesk;

import id.tindak.agency.Agencies;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Uploads;
import id.tindak.handling.CaseLines;
import id.tindak.intake.KeptFile;
import id.tindak.intake.SentFiles;
import id.tindak.lapor.LaporReports;
import id.tindak.lapor.TrackingId;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of the front desk: one short form for what comes in, and what came in today. */
@Controller
class FrontDeskPages {

    private final FrontDesk desk;
    private final Entrance entrance;
    private final FrontDeskStore store;
    private final EntryShow entries;
    private final SentFiles sentFiles;
    private final Complaints complaints;
    private final Agencies agencies;
    private final People people;
    private final LaporReports reports;
    private final CaseLines lines;

    FrontDeskPages(
            FrontDesk desk,
            Entrance entrance,
            FrontDeskStore store,
            EntryShow entries,
            SentFiles sentFiles,
            Complaints complaints,
            Agencies agencies,
            People people,
            LaporReports reports,
            CaseLines lines) {
        this.desk = desk;
        this.entrance = entrance;
        this.store = store;
        this.entries = entries;
        this.sentFiles = sentFiles;
        this.complaints = complaints;
        this.agencies = agencies;
        this.people = people;
        this.reports = reports;
        this.lines = lines;
    }

    @GetMapping("/meja-depan")
    @Access(Who.OFFICER)
    View form(Page page, Signed me, Form asked) {
        entrance.open(me);
        Sop sop = desk.sop(me.agencyId());
        Choices choices = choices(page, me, sop);
        Form fresh = IncomingForm.fresh(Way.of(asked.value(IncomingForm.WAY)), choices);
        return View.of("frontdesk/desk.jte", page, shown(page, me, sop, choices, fresh, List.of()));
    }

    @PostMapping("/meja-depan")
    @Access(Who.OFFICER)
    View enter(Page page, Signed me, Form form) {
        entrance.open(me);
        Sop sop = desk.sop(me.agencyId());
        Choices choices = choices(page, me, sop);
        List<KeptFile> kept = new ArrayList<>();
        Incoming in = IncomingForm.parse(form, choices, () -> {
            kept.addAll(sentFiles.take(page, form, Uploads.Origin.OFFICER));
            return SentFiles.files(kept);
        });
        if (in != null) warnOfTwin(me, form, in);
        Optional<Long> entered = in != null && form.ok() ? enter(me, form, in) : Optional.empty();
        if (entered.isPresent()) return View.to(page, "/meja-depan/" + entered.get());
        if (in != null && form.ok()) form.wrong("nomor_cetak", "frontdesk.blank-used");
        return View.of("frontdesk/desk.jte", page, shown(page, me, sop, choices, form, kept))
                .status(422);
    }

    /** A number that LAPOR! gave makes one case, never two. */
    private Optional<Long> enter(Signed me, Form form, Incoming in) {
        try {
            return desk.enter(me, in);
        } catch (LaporReports.Taken taken) {
            form.wrong("nomor_luar", "frontdesk.lapor-taken");
            return Optional.empty();
        }
    }

    /** Number of the case that has the typed LAPOR! number; null where none has, or this officer may not know it. */
    private @Nullable String known(Signed me, Form form) {
        if (form.error("nomor_luar") == null) return null;
        return TrackingId.read(form.value("nomor_luar"))
                .flatMap(id -> reports.find(me.agencyId(), id))
                .map(r -> lines.seen(me.agencyId(), me.officerId(), false, List.of(r.complaintId()))
                        .get(r.complaintId()))
                .map(seen -> seen.line().number())
                .orElse(null);
    }

    /** What was just entered, with the receipt to hand out. */
    @GetMapping("/meja-depan/{id}")
    @Access(Who.OFFICER)
    View entered(Page page, Signed me, @PathVariable long id) {
        entrance.open(me);
        CounterEntry entry = store.find(me.agencyId(), id).orElseThrow(Problem::notFound);
        return View.of("frontdesk/entered.jte", page, entries.entered(page, me, entry));
    }

    /** The receipt of a letter that is no complaint. */
    @GetMapping("/meja-depan/{id}/tanda-terima")
    @Access(Who.OFFICER)
    View receipt(Page page, Signed me, @PathVariable long id) {
        entrance.open(me);
        CounterEntry entry = store.find(me.agencyId(), id)
                .filter(e -> e.complaintId() == null)
                .orElseThrow(Problem::notFound);
        return View.of("frontdesk/receipt.jte", page, entries.entered(page, me, entry));
    }

    /** A letter with this number from this sender is there already: probably the same one, brought and posted. */
    private void warnOfTwin(Signed me, Form form, Incoming in) {
        String number = form.value("nomor_surat");
        boolean again = store.bySubmission(me.agencyId(), in.key()).isPresent();
        if (in.way() != Way.SURAT || number.isEmpty() || again || form.checked("tetap")) return;
        int since = people.today(me.agencyId()).getYear() - 1;
        List<String> twins = Stream.of(form.line("nama", 200), form.line("lembaga", 200))
                .filter(sender -> !sender.isEmpty())
                .flatMap(sender -> Stream.concat(
                        complaints.byLetter(me.agencyId(), number, sender).stream(),
                        store.agendaOfLetter(me.agencyId(), number, sender, since).stream()))
                .distinct()
                .toList();
        if (!twins.isEmpty()) form.wrong("tetap", "frontdesk.twin", number, String.join(", ", twins));
    }

    private FrontDeskView shown(Page page, Signed me, Sop sop, Choices choices, Form form, List<KeptFile> kept) {
        Way way = Way.of(form.value(IncomingForm.WAY));
        var holdings = people.holdings(me.agencyId(), me.officerId());
        List<String> channels = way == Way.SURAT
                ? List.of("langsung", "surat")
                : way == Way.TANGKAPAN ? Choices.MEDIA : List.of(way == Way.LISAN ? "langsung" : way.word());
        List<String> steps = channels.stream()
                .filter(c -> way.complaint() && (sop.channels().containsKey(c) || channels.size() == 1))
                .map(c -> OwnFirstStep.of(sop, c, holdings).orElse(null))
                .filter(Objects::nonNull)
                .map((Step s) -> s.no() + ". " + s.title())
                .distinct()
                .toList();
        return new FrontDeskView(
                way, form, choices, kept, steps, entries.today(page, me), way == Way.LAPOR ? known(me, form) : null);
    }

    private Choices choices(Page page, Signed me, Sop sop) {
        int agency = me.agencyId();
        Settings s = agencies.settings(agency);
        LocalDate today = people.today(agency);
        Map<String, String> officers = people.officers(agency).stream()
                .filter(o -> o.activeOn(today) && o.auditorUntil() == null)
                .sorted(Comparator.comparing(Officer::name))
                .collect(Collectors.toMap(o -> Long.toString(o.id()), Officer::name, (a, b) -> a, LinkedHashMap::new));
        return new Choices(
                me,
                s.list("jenis"),
                s.list("jenis_pelapor"),
                Arrays.stream(Privacy.values())
                        .filter(p -> s.list("kerahasiaan").contains(p.name()))
                        .toList(),
                sop.channels().keySet(),
                officers,
                page.brand().zone(),
                page.now());
    }
}
