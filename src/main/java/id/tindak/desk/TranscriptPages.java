package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Outcome;
import id.tindak.handling.Transcripts;
import id.tindak.message.Transcript.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writing down what a voice note says, or what words in a regional language mean, with the original on the same page. */
@Controller
public class TranscriptPages {

    private final Transcripts transcripts;
    private final CaseShow cases;

    TranscriptPages(Transcripts transcripts, CaseShow cases) {
        this.transcripts = transcripts;
        this.cases = cases;
    }

    /**
     * @param address of this page inside the agency
     * @param words of the original; empty for a sound
     * @param sound null for words
     * @param file of the sound; empty for words
     */
    public record Understanding(
            Menu menu,
            String number,
            String address,
            String words,
            Timeline.@Nullable FileLink sound,
            String file,
            Understood understood,
            Map<String, String> languages,
            Form form) {}

    @GetMapping("/aduan/{number}/transkrip/{message}")
    @Access(Who.OFFICER)
    View show(Page page, Signed me, @PathVariable String number, @PathVariable long message, Form asked) {
        Opened o = open(page, me, number, message, asked);
        String language = asked.value("bahasa");
        Form form = o.understood().current().stream()
                .filter(v -> v.code().equals(language))
                .findFirst()
                .map(v -> Form.empty().with("bahasa", v.code()).with("isi", v.body()))
                .orElseGet(Form::empty);
        return shown(page, o, form);
    }

    @PostMapping("/aduan/{number}/transkrip/{message}")
    @Access(Who.OFFICER)
    View add(Page page, Signed me, @PathVariable String number, @PathVariable long message, Form form) {
        Opened o = open(page, me, number, message, form);
        Language language = language(form.value("bahasa"));
        if (language == null) form.wrong("bahasa", "desk.transcript.language-missing");
        String text = form.text("isi", StepPages.LONGEST);
        if (!form.ok() || language == null) return shown(page, o, form).status(422);
        Outcome outcome = transcripts.add(
                me.agencyId(),
                me.officerId(),
                o.file().k().complaint().id(),
                message,
                o.original().file(),
                language,
                text);
        if (outcome instanceof Outcome.Done)
            return View.to(page, StepPages.here(number)).flash("desk.transcript.done");
        if (outcome instanceof Outcome.Refused refused)
            form.wrong(refused.field().isEmpty() ? "isi" : refused.field(), refused.reason());
        return shown(page, o, form).status(422);
    }

    private record Opened(CaseFile file, Transcripts.Original original, Understood understood) {}

    /** @throws Problem 404 when this officer may not see the case, or there is nothing of that kind in it */
    private Opened open(Page page, Signed me, String number, long message, Form asked) {
        CaseFile file = cases.file(me, number);
        Long sound = asked.id("berkas");
        if (sound == null && asked.checked("berkas")) throw Problem.notFound();
        Transcripts.Original original = Transcripts.original(file.messages(), file.attachments(), message, sound)
                .orElseThrow(Problem::notFound);
        EventWords words = new EventWords(page, file, ReporterCard.called(page, file));
        return new Opened(file, original, Understood.of(page, file, words, original.message(), sound));
    }

    private static View shown(Page page, Opened o, Form form) {
        String number = o.file().k().complaint().publicNumber();
        long message = o.original().message().id();
        var sound = o.original().attachment();
        Map<String, String> languages = new LinkedHashMap<>();
        for (Language l : Language.values()) languages.put(l.name(), page.t("desk.transcript.language." + l.name()));
        return View.of(
                "desk/transcript.jte",
                page,
                new Understanding(
                        DeskMenu.plain(page, "", o.file().agencyDesk()),
                        number,
                        page.url(Understood.address(number, message, null)),
                        sound == null ? o.original().message().body() : "",
                        sound == null ? null : Timeline.link(page, o.file(), sound, Understood.NOTHING),
                        sound == null ? "" : Long.toString(sound.id()),
                        o.understood(),
                        languages,
                        form));
    }

    private static @Nullable Language language(String code) {
        for (Language l : Language.values()) if (l.name().equals(code)) return l;
        return null;
    }
}
