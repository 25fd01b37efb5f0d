package id.tindak.sop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity block of the SOP form (PermenPANRB 35/2012) and what the agency's public pages say. Printed verbatim,
 * nothing here is executed.
 *
 * @param numberLabel what the number is called, usually "Nomor SOP"
 */
public record Header(
        @Nullable String number,
        String numberLabel,
        Dates dates,
        @Nullable Signer signer,
        List<String> legalBasis,
        List<String> qualifications,
        List<String> related,
        List<String> equipment,
        List<String> warnings,
        List<String> records,
        Service service) {

    public record Dates(
            @Nullable LocalDate created,
            @Nullable LocalDate revised,
            @Nullable LocalDate approved,
            @Nullable LocalDate effective) {}

    public record Signer(
            String position,
            @Nullable String name,
            @Nullable String rank,
            @Nullable String nip) {}

    /**
     * Standar pelayanan and the texts of the public pages.
     *
     * @param refusal what is not followed up
     * @param contact keys unit, alamat, kode_pos, telepon, email
     * @param links free names with what stands on the link
     */
    public record Service(
            List<String> requirements,
            @Nullable String fee,
            @Nullable String product,
            @Nullable String about,
            @Nullable String refusal,
            Map<String, String> contact,
            Map<String, String> links,
            @Nullable String portalTitle,
            @Nullable String mailSender) {}
}
