package id.tindak.base.web;

import java.time.ZoneId;
import java.util.List;

/**
 * How an agency presents itself on every page.
 *
 * @param agencyId 0 for the installation itself
 * @param slug first path segment under which the agency is reached, e.g. "cilacap"
 * @param hosts host names that lead to this agency without a path segment, lower case, without port
 * @param name the agency, e.g. "Dinas Komunikasi dan Informatika"
 * @param government above the name in the header, e.g. "Pemerintah Kabupaten Cilacap"
 * @param portalTitle what the portal is called, e.g. "Aduan Warga"
 * @param tagline one sentence under the title, may be empty
 * @param contact the footer's line: who runs this, address, telephone; may be empty
 * @param baseUrl stored address for links in messages, without a trailing slash
 */
public record Brand(
        int agencyId,
        String slug,
        List<String> hosts,
        String name,
        String government,
        String portalTitle,
        String tagline,
        String contact,
        ZoneId zone,
        String baseUrl) {

    private static final Brand PLATFORM =
            new Brand(0, "", List.of(), "Tindak", "", "Tindak", "", "", ZoneId.of("Asia/Jakarta"), "");

    /** The installation itself, for pages that belong to no agency. */
    public static Brand platform() {
        return PLATFORM;
    }

    public boolean isPlatform() {
        return agencyId == 0;
    }
}
