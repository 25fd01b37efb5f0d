package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Transcripts;
import id.tindak.message.Message;
import id.tindak.message.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What officers understood of a voice note or of words in another language, beside the original.
 *
 * @param current the newest of each language
 * @param older those over which another stands, newest first
 * @param add where to write one; null where nothing is to be understood, or this reader writes nothing
 */
public record Understood(
        List<Version> current,
        List<Version> older,
        @Nullable String add) {

    static final Understood NOTHING = new Understood(List.of(), List.of(), null);

    /**
     * @param code of the language
     * @param tag the language in its code of BCP 47
     * @param number 1 for the first in its language
     */
    public record Version(String code, String language, String tag, String who, Instant at, String body, int number) {}

    /** @param sound an attachment of the text; null for its words */
    static Understood of(Page page, CaseFile file, EventWords words, Message m, @Nullable Long sound) {
        Map<Transcript.Language, List<Version>> all = new LinkedHashMap<>();
        for (Message text : file.messages())
            file.transcripts().stream()
                    .filter(t -> t.messageId() == text.id() && t.of(m.id(), sound))
                    .forEach(t -> add(page, words, all, text, t));
        List<Version> current = new ArrayList<>();
        List<Version> older = new ArrayList<>();
        all.values().forEach(versions -> {
            current.add(versions.getLast());
            older.addAll(versions.subList(0, versions.size() - 1).reversed());
        });
        boolean writes = page.officer() != null && !page.officer().auditor();
        boolean possible = Transcripts.original(file.messages(), file.attachments(), m.id(), sound)
                .isPresent();
        return new Understood(
                current,
                older,
                writes && possible ? page.url(address(file.k().complaint().publicNumber(), m.id(), sound)) : null);
    }

    static String address(String number, long message, @Nullable Long sound) {
        return "/aduan/" + number + "/transkrip/" + message + (sound == null ? "" : "?berkas=" + sound);
    }

    private static void add(
            Page page, EventWords words, Map<Transcript.Language, List<Version>> all, Message text, Transcript t) {
        List<Version> versions = all.computeIfAbsent(t.language(), l -> new ArrayList<>());
        Long officer = text.officerId();
        versions.add(new Version(
                t.language().name(),
                page.t("desk.transcript.language." + t.language().name()),
                t.language().tag(),
                officer == null ? "" : words.officer(officer),
                text.at(),
                text.erased() ? page.t("desk.erased") : text.body(),
                versions.size() + 1));
    }
}
