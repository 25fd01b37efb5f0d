package id.tindak.lapor;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.tindak.base.SheetCells;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.lapor.LaporIntake.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** The export of LAPOR! on its way in: upload, name the columns, look through, take in, see what became of it. */
@Controller
public class LaporImportPages {

    private static final String HERE = LaporQuery.HERE + "/impor";
    private static final String FILE = "berkas";
    private static final int FIRST_ROWS = 4;
    private static final int NEWEST = 10;
    private static final int REFUSED = 100;
    private static final int LONGEST_NAME = 100;

    private final LaporDoor door;
    private final LaporImports imports;
    private final ImportStore store;
    /** A file that is read takes a hundred megabytes. */
    private final Semaphore reading = new Semaphore(1);

    LaporImportPages(LaporDoor door, LaporImports imports, ImportStore store) {
        this.door = door;
        this.imports = imports;
        this.store = store;
    }

    @GetMapping(HERE)
    @Access(Who.OFFICER)
    View upload(Page page, Signed me) {
        door.open(me);
        return uploading(page, me, Form.empty());
    }

    @PostMapping(HERE)
    @Access(Who.OFFICER)
    View keep(Page page, Signed me, Form form) {
        door.open(me);
        Export export = read(form);
        if (export == null) return uploading(page, me, form).status(422);
        String name = String.valueOf(form.files(FILE).getFirst().getOriginalFilename());
        long id = imports.keep(me.agencyId(), me.officerId(), cut(Form.clean(name)), export);
        return View.to(page, HERE + "/" + id + "/kolom");
    }

    /** Which column holds what. */
    @GetMapping(HERE + "/{id}/kolom")
    @Access(Who.OFFICER)
    View columns(Page page, Signed me, @PathVariable long id) {
        Import i = door.open(me, id);
        return i.startedAt() == null ? naming(page, i, Form.empty()) : View.to(page, i.path());
    }

    @PostMapping(HERE + "/{id}/kolom")
    @Access(Who.OFFICER)
    View name(Page page, Signed me, @PathVariable long id, Form form) {
        Import i = door.open(me, id);
        if (i.startedAt() != null) return View.to(page, i.path());
        List<String> words = named(page, i, form);
        if (!form.ok()) return naming(page, i, form).status(422);
        imports.name(i, words);
        return View.to(page, i.path());
    }

    /** What would become of it; once it was begun, how far it is and what became of it. */
    @GetMapping(HERE + "/{id}")
    @Access(Who.OFFICER)
    View show(Page page, Signed me, @PathVariable long id, Form form) {
        Import i = door.open(me, id);
        if (i.startedAt() != null) return result(page, i);
        boolean ready = i.words().contains(Column.NOMOR.word()) && i.words().contains(Column.ISI.word());
        if (!ready) return View.to(page, i.path() + "/kolom");
        boolean endedToo = form.checked("selesai");
        return View.of("lapor/preview.jte", page, PreviewView.of(page, i, endedToo, imports.preview(i, endedToo)));
    }

    @PostMapping(HERE + "/{id}")
    @Access(Who.OFFICER)
    View start(Page page, Signed me, @PathVariable long id, Form form) {
        Import i = door.open(me, id);
        imports.start(i, form.checked("selesai"));
        return View.to(page, i.path());
    }

    /** The refused rows as they came, with the reason behind; a cell that a spreadsheet would run is defused. */
    @GetMapping(HERE + "/{id}/ditolak.csv")
    @Access(Who.OFFICER)
    Download refused(Page page, Signed me, @PathVariable long id) {
        Import i = door.open(me, id);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(line(i.headings(), page.t("bridge.import.reason")));
            for (ImportStore.Refused r : store.refused(i.agencyId(), i.id(), ExportFile.MOST_ROWS))
                csv.writeRecord(line(r.cells(), page.t(r.reason(), r.of())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] bytes = ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
        return new Download(
                page.t("bridge.import.refused-file", i.id()),
                "text/csv;charset=UTF-8",
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
    }

    private static List<String> line(List<String> cells, String reason) {
        List<String> all = new ArrayList<>(cells);
        all.add(reason);
        return all.stream().map(SheetCells::harmless).toList();
    }

    private View uploading(Page page, Signed me, Form form) {
        return View.of(
                "lapor/upload.jte", page, new Uploading(form, store.newest(me.agencyId(), me.officerId(), NEWEST)));
    }

    /** @param newest own imports, the newest first */
    public record Uploading(Form form, List<Import> newest) {}

    private View naming(Page page, Import i, Form form) {
        return View.of(
                "lapor/columns.jte",
                page,
                ColumnsView.of(page, i, store.first(i.agencyId(), i.id(), FIRST_ROWS), form));
    }

    private View result(Page page, Import i) {
        View view = View.of(
                "lapor/result.jte",
                page,
                ResultView.of(
                        page, i, store.counts(i.agencyId(), i.id()), store.refused(i.agencyId(), i.id(), REFUSED)));
        // the page looks again by itself while the job is at it
        return i.finishedAt() == null ? view.header("Refresh", "3") : view;
    }

    private @Nullable Export read(Form form) {
        List<MultipartFile> files = form.files(FILE);
        if (files.isEmpty()) {
            form.wrong(FILE, "bridge.file.missing");
            return null;
        }
        if (!reading.tryAcquire()) {
            form.wrong(FILE, "bridge.file.busy");
            return null;
        }
        try (var in = files.getFirst().getInputStream()) {
            return ExportFile.read(in.readNBytes(ExportFile.LARGEST + 1));
        } catch (ExportFile.Refused refused) {
            form.wrong(FILE, refused.textKey(), refused.args());
            return null;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } finally {
            reading.release();
        }
    }

    /** One word for each heading; what is missing or said twice is a fault. */
    private static List<String> named(Page page, Import i, Form form) {
        List<String> words = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int c = 0; c < i.headings().size(); c++) {
            String field = ColumnsView.field(c);
            String word = Column.of(form.value(field)).map(Column::word).orElse("");
            if (!word.isEmpty() && !used.add(word))
                form.wrong(field, "bridge.columns.twice", page.t("bridge.column." + word));
            words.add(word);
        }
        for (Column c : Column.values())
            if (c.required() && !used.contains(c.word()))
                form.wrong(ColumnsView.field(0), "bridge.columns.missing", page.t("bridge.column." + c.word()));
        return words;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    static int count(java.util.Map<Outcome, Integer> counts, Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
