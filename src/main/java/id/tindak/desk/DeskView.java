package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.DeskPage;
import id.tindak.handling.DeskQuery.Filter;
import id.tindak.handling.DeskQuery.Part;
import id.tindak.handling.DeskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The desk as its page shows it.
 *
 * @param remind whether what can be chosen lies with others, to be reminded of
 * @param tasks open work beside the cases, said above the own work
 */
public record DeskView(
        Menu menu,
        String title,
        String summary,
        List<Chip> chips,
        Choices choices,
        List<Group> groups,
        boolean selectable,
        boolean remind,
        int tasks,
        boolean filtered,
        @Nullable String next,
        String here) {

    private static final Duration SOON = Duration.ofMinutes(10);

    /** A filter that one click sets or takes away. */
    public record Chip(String url, String label, boolean on) {}

    /** The filters that are chosen from a list. */
    public record Choices(
            Form form, Map<String, String> districts, Map<String, String> categories, Map<String, String> kept) {}

    /** @param more address of the whole list; null when all of it stands here */
    public record Group(
            String title,
            String count,
            List<RowView> rows,
            boolean selectable,
            @Nullable String more) {}

    static DeskView of(Page page, WorkCalendar calendar, DeskAddress address, DeskPage desk, Choices choices) {
        List<Group> groups = new ArrayList<>(own(page, calendar, address.part(), desk));
        beside(
                page,
                calendar,
                groups,
                "desk.group.others",
                desk.others(),
                desk.counts().others(),
                "/meja?antrean=opd");
        beside(
                page,
                calendar,
                groups,
                "desk.group.waiting",
                desk.waiting(),
                desk.counts().waiting(),
                "/meja?antrean=menunggu");
        String queue = address.queue();
        return new DeskView(
                DeskMenu.of(page, desk, queue.isEmpty() ? "/meja" : "/meja?antrean=" + queue),
                page.t(title(address.part())),
                summary(page, address, desk),
                chips(page, address, desk),
                choices,
                groups,
                selectable(address.part()),
                address.part() == Part.OTHERS,
                address.part() == Part.MINE ? desk.counts().tasks() : 0,
                !address.filter().none(),
                desk.next() == null ? null : page.url(address.after(desk.next()).path()),
                address.path());
    }

    /** Whether one of the filters that are chosen from a list is set. */
    public boolean chosen() {
        return !choices.form().value("kecamatan").isEmpty()
                || !choices.form().value("kategori").isEmpty();
    }

    public boolean empty() {
        return groups.isEmpty();
    }

    private static boolean selectable(Part part) {
        return part != Part.WAITING;
    }

    private static String title(Part part) {
        return switch (part) {
            case MINE -> "desk.queue.mine";
            case LATE -> "desk.queue.late";
            case OTHERS -> "desk.queue.others";
            case WAITING -> "desk.queue.waiting";
        };
    }

    private static String summary(Page page, DeskAddress address, DeskPage desk) {
        if (!address.filter().none()) return page.t("desk.summary.filtered");
        int count = switch (address.part()) {
            case MINE -> desk.counts().mine();
            case LATE -> desk.counts().late();
            case OTHERS -> desk.counts().others();
            case WAITING -> desk.counts().waiting();
        };
        return page.t("desk.summary", DeskPage.Counts.words(count));
    }

    private static List<Group> own(Page page, WorkCalendar calendar, Part part, DeskPage desk) {
        Map<String, List<RowView>> groups = new LinkedHashMap<>();
        for (String key : List.of("emergency", "late", "soon", "later", "others", "waiting"))
            groups.put(key, new ArrayList<>());
        for (DeskRow row : desk.rows()) {
            List<RowView> group = groups.get(group(page, calendar, part, row));
            if (group != null) group.add(RowView.of(page, calendar, row, part == Part.OTHERS));
        }
        boolean selectable = selectable(part);
        return groups.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new Group(
                        page.t("desk.group." + e.getKey()),
                        Integer.toString(e.getValue().size()),
                        e.getValue(),
                        selectable,
                        null))
                .toList();
    }

    private static String group(Page page, WorkCalendar calendar, Part part, DeskRow row) {
        if (part == Part.OTHERS) return "others";
        if (part == Part.WAITING) return "waiting";
        if (row.emergency()) return "emergency";
        Instant deadline = row.work().deadline();
        var standard = row.work().timeStandard();
        if (deadline == null || standard == null) return "later";
        Duration left = calendar.remaining(page.now(), deadline, standard.basis());
        if (left.isNegative()) return "late";
        return left.compareTo(SOON) < 0 ? "soon" : "later";
    }

    private static void beside(
            Page page,
            WorkCalendar calendar,
            List<Group> groups,
            String key,
            List<DeskRow> rows,
            int count,
            String path) {
        if (rows.isEmpty()) return;
        groups.add(new Group(
                page.t(key),
                DeskPage.Counts.words(count),
                rows.stream().map(r -> RowView.of(page, calendar, r, true)).toList(),
                false,
                count > rows.size() || path.endsWith("opd") ? page.url(path) : null));
    }

    private static List<Chip> chips(Page page, DeskAddress address, DeskPage desk) {
        Filter f = address.filter();
        boolean exact = desk.counts().mine() < DeskPage.Counts.MOST && address.part() == Part.MINE;
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                page.url(address.with(new Filter(null, f.untaken(), f.confidential(), f.district(), f.category()))
                        .path()),
                page.t("desk.filter.allChannels"),
                f.channel() == null));
        List<String> channels = new ArrayList<>(desk.channels().keySet());
        if (f.channel() != null && !channels.contains(f.channel())) channels.add(f.channel());
        for (String channel : channels) {
            boolean on = channel.equals(f.channel());
            Filter to = new Filter(on ? null : channel, f.untaken(), f.confidential(), f.district(), f.category());
            int n = desk.channels().getOrDefault(channel, 0);
            chips.add(new Chip(page.url(address.with(to).path()), label(Names.channel(page, channel), n, exact), on));
        }
        Filter untaken = new Filter(f.channel(), !f.untaken(), f.confidential(), f.district(), f.category());
        chips.add(new Chip(
                page.url(address.with(untaken).path()),
                label(page.t("desk.filter.untaken"), desk.counts().untaken(), exact),
                f.untaken()));
        Filter confidential = new Filter(f.channel(), f.untaken(), !f.confidential(), f.district(), f.category());
        chips.add(new Chip(
                page.url(address.with(confidential).path()),
                label(page.t("desk.filter.confidential"), desk.counts().confidential(), exact),
                f.confidential()));
        return chips;
    }

    private static String label(String name, int count, boolean exact) {
        return exact ? name + " " + count : name;
    }
}
