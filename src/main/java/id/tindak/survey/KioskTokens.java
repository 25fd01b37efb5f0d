package id.tindak.survey;

import id.tindak.base.web.DateField;
import id.tindak.base.web.FormTokens;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The addresses of tablets: each names unit, service and day, signed. Nothing is stored and nobody is signed in there; whoever wrote one down can
 * do nothing with it tomorrow.
 */
@Component
class KioskTokens {

    private static final String PURPOSE = "survei-loket";

    private final FormTokens tokens;

    KioskTokens(FormTokens tokens) {
        this.tokens = tokens;
    }

    String of(Kiosk k) {
        Long unit = k.unitId();
        return tokens.sign(
                PURPOSE, k.agencyId() + "\n" + k.day() + "\n" + (unit == null ? "" : unit) + "\n" + k.service());
    }

    /** Empty for what is no address of a tablet, or of another agency or day. */
    Optional<Kiosk> read(String token, int agencyId, LocalDate today) {
        String text = tokens.open(PURPOSE, token);
        String[] part = text == null ? new String[0] : text.split("\n", 4);
        if (part.length != 4 || !part[0].equals(Integer.toString(agencyId))) return Optional.empty();
        Long unit = part[2].isEmpty() ? null : Long.valueOf(part[2]);
        return today.equals(DateField.parse(part[1]))
                ? Optional.of(new Kiosk(agencyId, unit, part[3], today))
                : Optional.empty();
    }
}
