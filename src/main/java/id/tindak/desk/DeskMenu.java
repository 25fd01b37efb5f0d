package id.tindak.desk;

import id.tindak.base.web.Menu;
import id.tindak.base.web.MenuSource;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import id.tindak.handling.DeskPage;
import id.tindak.lapor.LaporQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the left column of every officer's page. */
@Component
class DeskMenu implements MenuSource {

    private final Desk desk;

    DeskMenu(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Menu of(Page page, Signed officer) {
        boolean wide = !officer.auditor() && desk.ofWholeAgency(officer.agencyId(), officer.officerId());
        return plain(page, "", wide);
    }

    /** @param here path and query of the entry to mark */
    static Menu of(Page page, DeskPage desk, String here) {
        return menu(page, here, desk.wide(), desk.counts());
    }

    /**
     * Without counts, for pages that have other things to ask the database.
     *
     * @param wide whether the officer sits at a desk of the whole agency: the front desk and the books are open
     */
    static Menu plain(Page page, String here, boolean wide) {
        return menu(page, here, wide, null);
    }

    private static Menu menu(Page page, String here, boolean wide, DeskPage.@Nullable Counts n) {
        Signed officer = page.signed();
        if (officer.auditor()) return auditors(page, here);
        List<Menu.Group> groups = new ArrayList<>();
        groups.add(group(page, "desk.menu.work", work(page, wide, n)));
        List<Menu.Entry> intake = new ArrayList<>();
        if (wide) intake.add(entry(page, "/meja-depan", "frontdesk.title"));
        intake.add(entry(page, "/meja/catat", "portal.entry.title"));
        if (wide) intake.add(entry(page, LaporQuery.HERE, "desk.lapor.title"));
        groups.add(group(page, "desk.menu.intake", intake));
        List<Menu.Entry> kept = new ArrayList<>();
        if (wide) kept.add(entry(page, "/buku", "register.title"));
        if (wide) kept.add(entry(page, "/meja/bolak-balik", "desk.moves.title"));
        if (wide || officer.admin()) kept.add(entry(page, "/rekap", "recap.title"));
        kept.add(entry(page, "/catatan-solusi", "solution.title"));
        if (wide || officer.admin()) kept.add(entry(page, "/meja/survei", "survey.menu"));
        groups.add(group(page, "desk.menu.kept", kept));
        List<Menu.Entry> own = new ArrayList<>(List.of(entry(page, "/akun", "notice.account.title")));
        if (officer.admin()) own.add(entry(page, "/kelola", "web.menu.admin"));
        groups.add(group(page, "desk.menu.settings", own));
        return new Menu(List.copyOf(groups), here);
    }

    private static List<Menu.Entry> work(Page page, boolean wide, DeskPage.@Nullable Counts n) {
        List<Menu.Entry> all = new ArrayList<>();
        all.add(entry(page, "/meja", "desk.queue.mine", n == null ? null : n.mine()));
        all.add(entry(page, "/meja?antrean=terlambat", "desk.queue.late", n == null ? null : n.late()));
        all.add(entry(page, "/meja?antrean=menunggu", "desk.queue.waiting", n == null ? null : n.waiting()));
        if (wide) all.add(entry(page, "/meja?antrean=opd", "desk.queue.others", n == null ? null : n.others()));
        all.add(entry(page, "/meja/draf", "desk.queue.drafts", n == null ? null : n.drafts()));
        all.add(entry(page, "/meja/masukan", "desk.input.asked", n == null ? null : n.asked()));
        all.add(entry(page, "/untuk-diketahui", "desk.copies.title", n == null ? null : n.unread()));
        all.add(entry(page, "/meja/tugas", "desk.queue.tasks", n == null ? null : n.tasks()));
        all.add(entry(page, "/meja/janji", "desk.promise.title"));
        return all;
    }

    private static Menu auditors(Page page, String here) {
        List<Menu.Entry> read = List.of(
                entry(page, "/audit", "desk.audit.title"),
                entry(page, "/buku", "register.title"),
                entry(page, "/rekap", "recap.title"),
                entry(page, "/catatan-solusi", "solution.title"),
                entry(page, "/meja/survei", "survey.menu"),
                entry(page, "/kelola/peristiwa", "desk.audit.events"));
        return new Menu(List.of(group(page, "desk.menu.audit", read)), here);
    }

    private static Menu.Group group(Page page, String title, List<Menu.Entry> entries) {
        return new Menu.Group(page.t(title), List.copyOf(entries));
    }

    private static Menu.Entry entry(Page page, String path, String key) {
        return entry(page, path, key, null);
    }

    private static Menu.Entry entry(Page page, String path, String key, @Nullable Integer count) {
        return new Menu.Entry(path, page.t(key), count == null ? null : DeskPage.Counts.words(count));
    }
}
