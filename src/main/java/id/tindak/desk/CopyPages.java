package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Copies;
import id.tindak.handling.Desk;
import id.tindak.handling.Outcome;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an officer has to know, day by day, with one click for a whole day (SOP.md, {@code tembusan}). */
@Controller
class CopyPages {

    private static final String HERE = "/untuk-diketahui";

    private final Copies copies;
    private final Desk desk;

    CopyPages(Copies copies, Desk desk) {
        this.copies = copies;
        this.desk = desk;
    }

    @GetMapping(HERE)
    @Access(Who.OFFICER)
    View list(Page page, Signed me) {
        return show(page, me, Typed.NOTHING);
    }

    @PostMapping(HERE)
    @Access(Who.OFFICER)
    View acknowledge(Page page, Signed me, Form form) {
        List<Long> ids = form.many("tembusan").stream()
                .filter(typed -> typed.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        int known = copies.acknowledge(me.agencyId(), me.officerId(), ids);
        return known == 0
                ? View.to(page, HERE).flash("desk.copies.nothing")
                : View.to(page, HERE).flash("desk.copies.done", known);
    }

    @PostMapping(HERE + "/{id}/sanggah")
    @Access(Who.OFFICER)
    View object(Page page, Signed me, @PathVariable long id, Form form) {
        String reason = form.text("alasan", StepPages.LONGEST);
        Typed typed = new Typed("sanggah-" + id, form);
        if (!form.ok()) return show(page, me, typed).status(422);
        return switch (copies.object(me.agencyId(), me.officerId(), id, reason)) {
            case Outcome.Done done -> View.to(page, HERE).flash("desk.copies.objected");
            case Outcome.Refused refused ->
                show(page, me, Typed.refused(typed.which(), form, refused)).status(422);
            case Outcome.Conflict conflict -> View.to(page, HERE).flash("desk.copies.nothing");
        };
    }

    private View show(Page page, Signed me, Typed typed) {
        boolean books = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/copies.jte",
                page,
                CopiesView.of(
                        page, DeskMenu.plain(page, HERE, books), copies.unread(me.agencyId(), me.officerId()), typed));
    }
}
