package id.tindak.portal;

import id.tindak.base.web.Clocked;
import id.tindak.base.web.Page;
import id.tindak.calendar.TimeStandard;
import id.tindak.publication.Masking;
import id.tindak.publication.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published case as its list and its page show it.
 *
 * @param about number, category and place: "TL-2611-0398, Jalan dan jembatan, Kecamatan Banyuasih"
 * @param clock null where the SOP sets no aim of hours and minutes
 * @param css of the clock
 * @param headline how long the answer took: "Dijawab dalam 1 jam 52 menit"
 * @param rest "dari sasaran 2 jam 15 menit"; empty without an aim
 * @param unit that answered; empty where none is named
 * @param reopened when the reporter reopened it; null when that did not happen
 */
public record PublicItem(
        String number,
        String about,
        List<Masking.Part> title,
        List<Masking.Part> complaint,
        List<Masking.Part> answer,
        @Nullable Clocked clock,
        String css,
        String headline,
        String rest,
        String unit,
        Instant receivedAt,
        Instant answeredAt,
        Instant publishedAt,
        @Nullable Instant reopened,
        int followers) {

    static PublicItem of(Page page, Published p, PublicNames names) {
        String district = p.district();
        TimeStandard standard = p.standard();
        Duration whole = CasePath.minutes(standard);
        Duration left = p.remaining();
        Clocked clock = whole == null || left == null ? null : Clocked.done(whole, whole.minus(left));
        return new PublicItem(
                p.number(),
                Stream.of(p.number(), names.category(p.category()), district == null ? "" : district)
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.joining(", ")),
                Masking.parts(p.title()),
                Masking.parts(p.complaint()),
                Masking.parts(p.answer()),
                clock,
                clock != null ? clock.css() : p.late() ? "lewat" : left == null ? "" : "selesai",
                headline(page, p, clock),
                standard == null ? "" : page.t("portal.public.aim", Words.standard(page, standard)),
                names.unit(p.unitId()),
                p.receivedAt(),
                p.answeredAt(),
                p.publishedAt(),
                p.reopened(),
                p.followers());
    }

    private static String headline(Page page, Published p, @Nullable Clocked clock) {
        if (clock == null) {
            String wall = page.times().wall(Duration.between(p.receivedAt(), p.answeredAt()));
            return page.t(p.late() ? "portal.public.took-late" : "portal.public.took", wall);
        }
        String used = page.times().working(clock.used());
        return clock.late()
                ? page.t("portal.public.late", page.times().working(clock.remaining()), used)
                : page.t("portal.public.took", used);
    }
}
