package id.tindak.desk;

import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Desk;
import id.tindak.handling.SideTask;
import id.tindak.handling.SideTasks;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /meja/tugas}: the SOP's work beside the cases, whose role it is, and what was done of it. */
@Controller
class TaskPages {

    private static final String HERE = "/meja/tugas";
    private static final int LONGEST = 4_000;

    private final SideTasks tasks;
    private final Desk desk;
    private final People people;
    private final OfficerFiles officerFiles;
    private final AttachedFiles files;

    TaskPages(SideTasks tasks, Desk desk, People people, OfficerFiles officerFiles, AttachedFiles files) {
        this.tasks = tasks;
        this.desk = desk;
        this.people = people;
        this.officerFiles = officerFiles;
        this.files = files;
    }

    @GetMapping("/meja/tugas")
    @Access(Who.OFFICER)
    View open(Page page, Signed me) {
        return list(page, me, tasks.open(me.agencyId(), me.officerId()), false);
    }

    @GetMapping("/meja/tugas/riwayat")
    @Access(Who.OFFICER)
    View history(Page page, Signed me) {
        return list(page, me, tasks.done(me.agencyId(), me.officerId()), true);
    }

    @GetMapping("/meja/tugas/{id}")
    @Access(Who.OFFICER)
    View show(Page page, Signed me, @PathVariable long id) {
        return one(page, me, id, Form.empty());
    }

    @PostMapping("/meja/tugas/{id}")
    @Access(Who.OFFICER)
    View finish(Page page, Signed me, @PathVariable long id, Form form) {
        String note = form.text("catatan", LONGEST);
        List<StoredFile> kept = officerFiles.take(me, form, "berkas");
        if (!form.ok()) return one(page, me, id, form).status(422);
        return switch (tasks.finish(me.agencyId(), me.officerId(), id, note, kept.isEmpty() ? null : kept.getFirst())) {
            case SideTasks.Doing.Done done ->
                View.to(page, "/meja/tugas/" + id)
                        .flash(task(me, id).received() == null ? "desk.task.finished" : "desk.task.accepted");
            case SideTasks.Doing.Refused refused -> {
                form.wrong(refused.field(), refused.reason());
                yield one(page, me, id, form).status(422);
            }
        };
    }

    @GetMapping("/meja/tugas/{id}/berkas")
    @Access(Who.OFFICER)
    Download file(Signed me, @PathVariable long id) {
        SideTask.Done made = task(me, id).brought();
        StoredFile file = made == null ? null : made.file();
        if (file == null) throw Problem.notFound();
        return new Download(file.name(), file.mediaType(), file.size(), () -> files.open(me.agencyId(), file));
    }

    private View list(Page page, Signed me, List<SideTask> found, boolean history) {
        List<TaskView> views = found.stream()
                .map(TaskView.words(page, TaskView.Names.of(people, me.agencyId())))
                .toList();
        return View.of(
                "desk/tasks.jte",
                page,
                new TaskView.Listing(
                        menu(page, me),
                        views.stream()
                                .filter(v -> v.task().kind() == SideTask.Kind.PENGINGAT)
                                .toList(),
                        views.stream()
                                .filter(v -> v.task().kind() == SideTask.Kind.BERKALA)
                                .toList(),
                        history));
    }

    private View one(Page page, Signed me, long id, Form form) {
        TaskView view =
                TaskView.words(page, TaskView.Names.of(people, me.agencyId())).apply(task(me, id));
        boolean wide = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/task.jte",
                page,
                new TaskView.Opened(
                        DeskMenu.plain(page, HERE, wide), view, form, wide ? TaskView.recapped(view.task()) : null));
    }

    private SideTask task(Signed me, long id) {
        return tasks.find(me.agencyId(), me.officerId(), id).orElseThrow(Problem::notFound);
    }

    private Menu menu(Page page, Signed me) {
        return DeskMenu.plain(page, HERE, desk.ofWholeAgency(me.agencyId(), me.officerId()));
    }
}
