package id.tindak.frontdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What comes in at the front desk. The order is that of the keys with which a clerk chooses. */
public enum Way {
    SURAT,
    TAMU,
    TELEPON,
    LISAN,
    TANGKAPAN,
    LAPOR;

    /** Value in the address, end of the text keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With Alt: the keyboard's way here. */
    public String key() {
        return Integer.toString(ordinal() + 1);
    }

    /** A letter is what a clerk has most often in hand. */
    static Way of(String word) {
        return Arrays.stream(values())
                .filter(w -> w.word().equals(word))
                .findFirst()
                .orElse(SURAT);
    }

    public boolean complaint() {
        return this != TAMU;
    }

    /** Told by mouth and written down by the officer, who reads it back. */
    public boolean spoken() {
        return this == TELEPON || this == LISAN;
    }

    /** Fields of the one short form, in the order in which the clerk fills them in; the others stand folded below. */
    public List<String> fields() {
        return switch (this) {
            case SURAT -> List.of("nama", "nomor_surat", "tanggal_surat", "judul");
            case TAMU -> List.of("nama", "lembaga", "keperluan", "bertemu", "hp");
            case TELEPON -> List.of("nama", "hp", "judul", "uraian");
            case LISAN -> List.of("nama", "alamat", "judul", "uraian");
            case TANGKAPAN -> List.of("media", "akun", "tanggal_tayang", "jam_tayang", "berkas", "judul", "uraian");
            case LAPOR -> List.of("nomor_luar", "tanggal_lapor", "nama", "judul", "uraian");
        };
    }

    /** Shown in the form above the fold. */
    public boolean asks(String field) {
        return fields().contains(field);
    }
}
