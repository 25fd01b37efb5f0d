package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.MomentField;
import id.tindak.base.web.Page;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.PhoneCalls;
import id.tindak.handling.ReporterVerbs;
import id.tindak.intake.Identity;
import id.tindak.message.PhoneCall.Direction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an officer writes down a telephone call.
 *
 * @param directions code to name
 * @param now what the time says at first
 * @param earliest when the complaint came
 * @param means what a tick makes of the reporter's words: "completes", "reopens"; null where they change nothing
 * @param unknown fields of identity that the call may bring; none unless the case waits for the reporter
 */
public record CallForm(
        Map<String, String> directions,
        String now,
        String earliest,
        @Nullable String means,
        List<String> unknown) {

    /** Name of this form on the page of a case. */
    static final String NAME = "telepon";

    private static final int WHO = 200;

    static CallForm of(Page page, CaseFile file) {
        Map<String, String> directions = new LinkedHashMap<>();
        for (Direction d : Direction.values()) directions.put(d.name(), page.t("desk.call." + d.name()));
        return new CallForm(
                directions,
                minute(page, page.now()),
                minute(page, file.k().complaint().receivedAt()),
                means(file.k(), page.now()),
                file.k().waitsForReporter() ? PhoneCalls.unknown(file.k()) : List.of());
    }

    private static String minute(Page page, Instant at) {
        return LocalDateTime.ofInstant(
                        at.truncatedTo(ChronoUnit.MINUTES), page.times().zone())
                .toString();
    }

    private static @Nullable String means(Case k, Instant now) {
        Complaint c = k.complaint();
        if (k.waitsForReporter()) return "completes";
        Instant until = c.reactUntil();
        boolean reopens = !k.handling().open() && !c.closed() && until != null && !now.isAfter(until);
        return reopens ? "reopens" : null;
    }

    /** Null when it says too little to be a call; the form has the faults then. */
    static PhoneCalls.@Nullable Held read(Page page, Form form, CaseFile file) {
        Direction direction = direction(form.value("arah"));
        if (direction == null) form.wrong("arah", "handling.callDirection");
        Instant at = MomentField.read(form, "waktu", page.times().zone());
        String with = form.line("dengan", WHO);
        String said = form.text("isi", StepPages.LONGEST);
        ReporterVerbs.Supplied told = form.checked("keterangan") ? told(form, file) : null;
        return direction == null || at == null || !form.ok()
                ? null
                : new PhoneCalls.Held(direction, at, with, said, told);
    }

    private static ReporterVerbs.Supplied told(Form form, CaseFile file) {
        Identity typed = Identity.read(
                form, PhoneCalls.unknown(file.k()).stream().collect(Collectors.toMap(field -> field, field -> false)));
        return new ReporterVerbs.Supplied(typed.name(), typed.address(), typed.phone(), typed.email());
    }

    private static @Nullable Direction direction(String code) {
        for (Direction d : Direction.values()) if (d.name().equals(code)) return d;
        return null;
    }
}
