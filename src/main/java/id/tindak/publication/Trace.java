package id.tindak.publication;

/**
 * A place in a text that looks like somebody's data.
 *
 * @param from index of the first character
 * @param to index behind the last
 */
public record Trace(Kind kind, int from, int to) {

    /** What it looks like; the public reads that something of this kind was masked. */
    public enum Kind {
        NAMA,
        NIK,
        TELEPON,
        SUREL,
        ALAMAT,
        PELAT,
        /** A number that belongs to one person: bank account, BPJS, NIP, electricity meter. */
        NOMOR,
        AKUN,
        LAHIR
    }

    public String in(String text) {
        return text.substring(from, to);
    }

    boolean meets(Trace other) {
        return from < other.to && other.from < to;
    }
}
