package id.tindak.paper;

import id.tindak.agency.Agency;
import id.tindak.agency.Settings;

/**
 * The head of the office's papers (kop naskah).
 *
 * @param government "Pemerintah Kabupaten …"
 */
public record Letterhead(String government, String name, String address) {

    /** The agency's own. */
    public static Letterhead of(Agency agency, Settings settings) {
        return of(agency, settings, "", "");
    }

    /**
     * From the agency's settings; where those are empty, its name and the address of its service.
     *
     * @param role key of the role that signs; empty where nobody does
     * @param unit code of the unit in which it is held; empty for a role of the whole agency
     */
    static Letterhead of(Agency agency, Settings settings, String role, String unit) {
        for (String line : settings.text("kop_lain").split("\n")) {
            String[] own = line.split("[=|]", 3);
            String whose = own[0].strip();
            if (own.length < 2 || own[1].isBlank() || whose.isEmpty()) continue;
            if (!whose.equalsIgnoreCase(role) && !whose.equalsIgnoreCase(unit)) continue;
            String address = own.length == 3 ? own[2].strip() : "";
            return new Letterhead(agency.government(), own[1].strip(), either(address, address(settings)));
        }
        return new Letterhead(agency.government(), either(settings.text("kop_nama"), agency.name()), address(settings));
    }

    private static String address(Settings settings) {
        return either(settings.text("kop_alamat"), settings.text("alamat"));
    }

    private static String either(String own, String fallback) {
        return own.isBlank() ? fallback : own;
    }
}
