package id.tindak.lapor;

import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.PersonalWords;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.message.Message;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be pasted into LAPOR!: the newest text of the office to its reporter that does not stand there yet, with the unit and the day. Everybody may read it there, so the reporter's address
 * and numbers are taken out, and the name too where it is hidden. Pure.
 *
 * @param message the text of the case that it is
 */
public record PasteText(long message, Message.Kind kind, String text) {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)\\d{16}(?!\\d)");

    /** Empty when nothing waits. */
    public static Optional<PasteText> of(CaseFile file, Report report, String agency, ZoneId zone) {
        long told = report.toldMessage() == null ? 0 : report.toldMessage();
        return file.messages().stream()
                .filter(m -> m.audience() == Message.Audience.REPORTER && m.author() == Message.Author.OFFICER)
                .filter(m -> switch (m.kind()) {
                    case ANSWER, REASON, NOTICE -> true;
                    default -> false;
                })
                .filter(m -> m.id() > told && !m.body().isBlank())
                .max(Comparator.comparingLong(Message::id))
                .map(m -> new PasteText(m.id(), m.kind(), text(file, m, agency, zone)));
    }

    private static String text(CaseFile file, Message m, String agency, ZoneId zone) {
        String number = file.k().complaint().publicNumber();
        String day = new Times(zone, Texts.DEFAULT).date(m.at());
        String unit = unit(file, m);
        return Texts.get(
                Texts.DEFAULT,
                "bridge.paste.text",
                cleaned(file, m.body()),
                unit.isEmpty() || unit.equals(agency) ? agency : unit + ", " + agency,
                day,
                number);
    }

    private static String cleaned(CaseFile file, String body) {
        Reporter r = file.k().reporter();
        boolean named = file.k().complaint().privacy() == Privacy.TERBUKA;
        Reporter hidden = named ? Reporter.of(r.kind(), null, r.address(), r.phone(), r.email()) : r;
        return IDENTITY_NUMBER.matcher(PersonalWords.without(hidden, body)).replaceAll("…");
    }

    /** The unit whose work it was, or which has the case. */
    private static String unit(CaseFile file, Message m) {
        @Nullable
        Long unit = file.k().assignments().stream()
                .filter(a -> m.at().equals(a.doneAt()))
                .map(Assignment::unitId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(file.k().handling().targetUnitId());
        return file.unitName(unit);
    }
}
