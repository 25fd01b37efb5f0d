package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where complaints of one channel enter the procedure.
 *
 * @param start number of the first step
 * @param address numbers, sites or addressee lines, printed verbatim
 * @param format how a short message is laid out, for example <code>{kode_skpd} # {isi}</code>
 * @param promise the channel's own promise, when it differs from the SOP's
 * @param promiseEndsAt step whose end keeps the channel's own promise; null: the answer
 * @param fills what the channel itself brings along, as {@link Branch#fills}
 */
public record ChannelEntry(
        String start,
        List<String> address,
        @Nullable String format,
        @Nullable TimeStandard promise,
        @Nullable String promiseEndsAt,
        List<String> fills) {}
