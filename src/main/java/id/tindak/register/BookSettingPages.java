package id.tindak.register;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.register.NumberTemplate.Word;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Names of the books and how their numbers look; a further book of a known kind. */
@Controller
public class BookSettingPages {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 30;

    private final Books books;

    BookSettingPages(Books books) {
        this.books = books;
    }

    /** @param sample the number twelve of today as it would be printed */
    public record Row(Book book, String template, String sample) {}

    /** @param editing the book whose fields stand in the form; null for a new one */
    public record Listing(
            List<Row> rows,
            Form form,
            Map<String, String> kinds,
            @Nullable Book editing) {}

    @GetMapping("/kelola/buku")
    @Access(Who.ADMIN)
    View list(Page page, Signed me, Form asked) {
        Book editing = find(me, asked.value("ubah"));
        Form form = Form.empty();
        if (editing != null)
            form.with("nama", editing.name())
                    .with("templat", editing.template().toString())
                    .with("klasifikasi", editing.classification())
                    .with("unit", editing.unit())
                    .with("kode", editing.code());
        return View.of("register/settings.jte", page, listing(page, me, form, editing));
    }

    @PostMapping("/kelola/buku")
    @Access(Who.ADMIN)
    View store(Page page, Signed me, Form form) {
        Book editing = find(me, form.value("ubah"));
        Book book = read(me, form, editing);
        if (book == null)
            return View.of("register/settings.jte", page, listing(page, me, form, editing))
                    .status(422);
        books.define(me.agencyId(), book, me.officerId());
        return View.to(page, "/kelola/buku").flash("register.settings.stored", book.name());
    }

    private @Nullable Book read(Signed me, Form form, @Nullable Book editing) {
        String key = editing != null ? editing.key() : form.line("kunci", 40).toLowerCase(Locale.ROOT);
        if (!key.matches("[a-z][a-z0-9-]{1,39}")) form.wrong("kunci", "register.settings.key");
        else if (editing == null && find(me, key) != null) form.wrong("kunci", "register.settings.keyTaken");
        BookKind kind = editing != null ? editing.kind() : kind(form);
        if (kind == null) form.wrong("jenis", "register.settings.kindMissing");
        String name = form.line("nama", LONGEST_NAME);
        if (name.isEmpty()) form.wrong("nama", "register.settings.nameMissing");
        NumberTemplate template = template(form);
        String classification = code(form, "klasifikasi", Word.KLASIFIKASI, template);
        String unit = code(form, "unit", Word.UNIT, template);
        String code = code(form, "kode", Word.KODE, template);
        if (!form.ok() || kind == null || template == null) return null;
        return new Book(key, kind, name, template, classification, unit, code);
    }

    private static @Nullable NumberTemplate template(Form form) {
        try {
            return NumberTemplate.parse(form.line("templat", NumberTemplate.LONGEST));
        } catch (NumberTemplate.Unreadable e) {
            form.wrong("templat", e.fault().key(), e.fault().args());
            return null;
        }
    }

    /** A part of numbers that the template may ask for. */
    private static String code(Form form, String field, Word word, @Nullable NumberTemplate template) {
        String text = form.line(field, LONGEST_CODE);
        if (!text.matches("[\\p{L}\\p{Nd}/._()-]*")) form.wrong(field, "register.code");
        if (text.isEmpty() && template != null && template.words().contains(word))
            form.wrong(field, "register.settings.codeMissing");
        return text;
    }

    private static @Nullable BookKind kind(Form form) {
        for (BookKind kind : BookKind.values()) if (kind.name().equals(form.value("jenis"))) return kind;
        return null;
    }

    private @Nullable Book find(Signed me, String key) {
        return books.find(me.agencyId(), key).orElse(null);
    }

    private Listing listing(Page page, Signed me, Form form, @Nullable Book editing) {
        LocalDate today = LocalDate.ofInstant(page.now(), page.times().zone());
        Map<String, String> kinds = new LinkedHashMap<>();
        for (BookKind kind : BookKind.values()) kinds.put(kind.name(), page.t("register.kind." + kind.word()));
        List<Row> rows = books.of(me.agencyId()).stream()
                .map(b -> new Row(b, b.template().toString(), b.number(12, today.getYear(), today.getMonthValue(), "")))
                .toList();
        return new Listing(rows, form, kinds, editing);
    }
}
