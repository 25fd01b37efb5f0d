package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.DeskPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queues in the left column. */
public record Rail(List<Entry> entries) {

    /** @param count null on pages that do not count */
    public record Entry(String url, String label, @Nullable String count, boolean here) {}

    /** @param here path and query of the entry to mark */
    static Rail of(Page page, DeskPage desk, String here) {
        DeskPage.Counts n = desk.counts();
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(page, "/meja", "desk.queue.mine", words(n.mine()), here));
        entries.add(entry(page, "/meja?antrean=terlambat", "desk.queue.late", words(n.late()), here));
        entries.add(entry(page, "/meja?antrean=menunggu", "desk.queue.waiting", words(n.waiting()), here));
        if (desk.wide()) entries.add(entry(page, "/meja?antrean=opd", "desk.queue.others", words(n.others()), here));
        entries.add(entry(page, "/meja/draf", "desk.queue.drafts", words(n.drafts()), here));
        entries.add(entry(page, "/meja/janji", "desk.promise.title", null, here));
        if (n.asked() > 0) entries.add(entry(page, "/meja/masukan", "desk.input.asked", words(n.asked()), here));
        if (n.unread() > 0) entries.add(entry(page, "/untuk-diketahui", "desk.copies.title", words(n.unread()), here));
        if (n.anyTasks()) entries.add(entry(page, "/meja/tugas", "desk.queue.tasks", words(n.tasks()), here));
        if (desk.wide()) entries.add(entry(page, "/meja-depan", "frontdesk.title", null, here));
        if (desk.wide()) entries.add(entry(page, "/meja/bolak-balik", "desk.moves.title", null, here));
        if (desk.wide()) entries.add(entry(page, "/buku", "register.title", null, here));
        return new Rail(List.copyOf(entries));
    }

    /**
     * Without counts, for pages that have other things to ask the database.
     *
     * @param books whether the agency's books are open to this officer
     */
    static Rail plain(Page page, String here, boolean books) {
        boolean auditor = page.officer() != null && page.officer().auditor();
        if (auditor)
            return new Rail(List.of(
                    entry(page, "/audit", "desk.audit.title", null, here),
                    entry(page, "/buku", "register.title", null, here),
                    entry(page, "/kelola/peristiwa", "desk.audit.events", null, here)));
        List<Entry> entries = new ArrayList<>(List.of(
                entry(page, "/meja", "desk.queue.mine", null, here),
                entry(page, "/meja?antrean=terlambat", "desk.queue.late", null, here),
                entry(page, "/meja?antrean=menunggu", "desk.queue.waiting", null, here),
                entry(page, "/meja/draf", "desk.queue.drafts", null, here),
                entry(page, "/meja/janji", "desk.promise.title", null, here),
                entry(page, "/meja/masukan", "desk.input.asked", null, here),
                entry(page, "/untuk-diketahui", "desk.copies.title", null, here)));
        if (books) entries.add(entry(page, "/meja-depan", "frontdesk.title", null, here));
        if (books) entries.add(entry(page, "/meja/bolak-balik", "desk.moves.title", null, here));
        if (books) entries.add(entry(page, "/buku", "register.title", null, here));
        return new Rail(List.copyOf(entries));
    }

    /** With one entry more, without a count. */
    Rail with(Page page, String path, String key, String here) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry(page, path, key, null, here));
        return new Rail(List.copyOf(all));
    }

    private static Entry entry(Page page, String path, String key, @Nullable String count, String here) {
        return new Entry(page.url(path), page.t(key), count, path.equals(here));
    }

    private static String words(int count) {
        return DeskPage.Counts.words(count);
    }
}
