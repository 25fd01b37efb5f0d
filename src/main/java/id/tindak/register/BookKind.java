package id.tindak.register;

import static id.tindak.register.Field.*;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of book with its columns, as the forms of offices have them (Permendagri 1/2023, Permendagri 83/2022; guest and expedition
 * books as offices keep them). An agency may keep several books of one kind.
 */
public enum BookKind {
    AGENDA(
            "buku-agenda",
            "{urut}",
            List.of(
                    KANAL,
                    NOMOR_SURAT,
                    TANGGAL_SURAT,
                    NAMA,
                    ASAL,
                    PERIHAL,
                    LAMPIRAN,
                    SIFAT,
                    KLASIFIKASI,
                    TUJUAN,
                    PENYELESAIAN,
                    KETERANGAN),
            Set.of(PERIHAL),
            List.of(NAMA, ASAL, PERIHAL, TUJUAN)),
    OUTGOING(
            "surat-keluar",
            "{urut:000}/{unit}/{bulan:romawi}/{tahun}",
            List.of(TANGGAL_SURAT, PENERIMA, PERIHAL, LAMPIRAN, SIFAT, KLASIFIKASI, PENANDA_TANGAN, KETERANGAN),
            Set.of(PENERIMA, PERIHAL),
            List.of(PENERIMA, PERIHAL, PENANDA_TANGAN)),
    GUESTS(
            "buku-tamu",
            "{urut}",
            List.of(NAMA, ASAL, ALAMAT, TELEPON, KEPERLUAN, BERTEMU, PULANG, KETERANGAN),
            Set.of(NAMA, KEPERLUAN),
            List.of(NAMA, ASAL, KEPERLUAN, BERTEMU)),
    DISPATCH(
            "buku-ekspedisi",
            "{urut}",
            List.of(NOMOR_SURAT, TANGGAL_SURAT, PERIHAL, TUJUAN, PENERIMA, DITERIMA, KETERANGAN),
            Set.of(PERIHAL, TUJUAN),
            List.of(PERIHAL, TUJUAN, PENERIMA, DITERIMA)),
    SOLUTIONS(
            "catatan-solusi",
            "CS-{urut:000}/{tahun}",
            List.of(PERIHAL, DASAR, SOLUSI, KETERANGAN),
            Set.of(PERIHAL, SOLUSI),
            List.of(PERIHAL, SOLUSI));

    private final String key;
    private final String template;
    private final List<Field> fields;
    private final Set<Field> required;
    private final List<Field> listed;

    BookKind(String key, String template, List<Field> fields, Set<Field> required, List<Field> listed) {
        this.key = key;
        this.template = template;
        this.fields = fields;
        this.required = required;
        this.listed = listed;
    }

    /** The word behind {@code catat} of the one book of this kind that every agency has. */
    String key() {
        return key;
    }

    /** The template of its numbers until the agency sets another. */
    String template() {
        return template;
    }

    public List<Field> fields() {
        return fields;
    }

    /** What an officer must fill in; the engine writes what the case has. */
    public boolean requires(Field field) {
        return required.contains(field);
    }

    /** The columns of the list on a screen; paper has all. */
    public List<Field> listed() {
        return listed;
    }

    /** End of the text key of its name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
