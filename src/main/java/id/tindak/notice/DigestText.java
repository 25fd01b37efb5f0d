package id.tindak.notice;

import id.tindak.agency.Agency;
import id.tindak.agency.Settings;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one officer's mail: numbers, categories, steps and time limits under polite headings; each case once under a heading. */
final class DigestText {

    /** Headings of the mail, in their order. */
    private enum Part {
        FRESH,
        ASKED,
        LATE,
        SOON,
        COPIED
    }

    private final Agency agency;
    private final Settings settings;
    private final Map<Part, List<NoticeLine>> parts = new LinkedHashMap<>();
    private final Times times;

    DigestText(Agency agency, Settings settings, Map<Long, Notice> notices, List<NoticeLine> lines) {
        this.agency = agency;
        this.settings = settings;
        this.times = new Times(agency.zone(), Texts.DEFAULT);
        for (Part part : Part.values()) {
            Map<String, NoticeLine> once = new LinkedHashMap<>();
            lines.stream()
                    .filter(l -> part(Objects.requireNonNull(notices.get(l.notice()))) == part)
                    .forEach(l -> once.merge(
                            l.number() + l.step(), l, (a, b) -> b.step().isEmpty() ? a : b));
            // the SOP's notice and the new work it leads to are one line
            if (part == Part.FRESH)
                once.values()
                        .removeIf(l -> l.step().isEmpty()
                                && lines.stream()
                                        .anyMatch(o -> o.number().equals(l.number())
                                                && !o.step().isEmpty()));
            if (!once.isEmpty()) parts.put(part, List.copyOf(once.values()));
        }
    }

    private static Part part(Notice n) {
        if (n.copied()) return Part.COPIED;
        return switch (n.kind()) {
            case TOLD, NEW -> Part.FRESH;
            case ASKED -> Part.ASKED;
            case LATE -> Part.LATE;
            case BEFORE, DUE -> Part.SOON;
        };
    }

    /** "2 baru, 1 terlambat" */
    String subject() {
        return parts.entrySet().stream()
                .map(e -> t("notice.count." + e.getKey(), e.getValue().size()))
                .collect(Collectors.joining(", "));
    }

    /** Paragraphs, one a line. */
    String body() {
        List<String> body = new ArrayList<>();
        parts.forEach((part, lines) -> {
            body.add(t("notice.part." + part));
            lines.forEach(l -> body.add(line(l)));
        });
        if (parts.keySet().stream().anyMatch(p -> p != Part.FRESH)) body.add(t("notice.regards", coordinator()));
        return String.join("\n", body);
    }

    private String line(NoticeLine l) {
        if (l.confidential()) return t("notice.line", l.number() + ", " + t("notice.confidential"));
        return t(
                "notice.line",
                Stream.of(
                                l.number(),
                                l.category(),
                                l.step(),
                                l.deadline() == null ? "" : t("notice.until", times.moment(l.deadline())))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    /** In whose name reminders are written. */
    private String coordinator() {
        String set = settings.text("pengingat_nama");
        return set.isBlank() ? t("notice.coordinator", agency.name()) : set;
    }

    private static String t(String key, Object... args) {
        return Texts.get(Texts.DEFAULT, key, args);
    }
}
