package id.tindak.paper;

import id.tindak.agency.Agency;
import id.tindak.agency.Settings;

/**
 * The head of the office's papers (kop naskah).
 *
 * @param government "Pemerintah Kabupaten …"
 */
public record Letterhead(String government, String name, String address) {

    /** From the agency's settings; where those are empty, its name and the address of its service. */
    public static Letterhead of(Agency agency, Settings settings) {
        return new Letterhead(
                agency.government(),
                either(settings.text("kop_nama"), agency.name()),
                either(settings.text("kop_alamat"), settings.text("alamat")));
    }

    private static String either(String own, String fallback) {
        return own.isBlank() ? fallback : own;
    }
}
