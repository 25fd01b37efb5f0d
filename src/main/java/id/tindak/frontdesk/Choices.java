package id.tindak.frontdesk;

import id.tindak.base.web.Signed;
import id.tindak.complaint.Privacy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the form of the front desk offers at this agency now.
 *
 * @param channels those that the SOP lists
 * @param officers who may have taken it, id to name
 */
public record Choices(
        Signed me,
        List<String> kinds,
        List<String> reporterKinds,
        List<Privacy> privacies,
        Set<String> channels,
        Map<String, String> officers,
        ZoneId zone,
        Instant now) {

    /** Where a message may have been posted. */
    static final List<String> MEDIA = List.of("instagram", "facebook", "x", "tiktok", "whatsapp", "lain");
}
