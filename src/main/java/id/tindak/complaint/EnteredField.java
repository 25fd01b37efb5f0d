package id.tindak.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer writes down of a complaint that somebody brought, told or posted. The first belong to the complaint, then the reporter's, then how it came in. */
public enum EnteredField {
    JUDUL(Of.COMPLAINT, 120),
    /** What was told or written, in the office's words or copied from the letter. */
    URAIAN(Of.TEXT, 10_000),
    /** When it reached the office: the clocks that began then begin anew. */
    DITERIMA(Of.COMPLAINT, 40),
    KECAMATAN(Of.COMPLAINT, 200),
    DESA(Of.COMPLAINT, 200),
    PATOKAN(Of.COMPLAINT, 200),
    NAMA(Of.REPORTER, 200),
    LEMBAGA(Of.REPORTER, 200),
    ALAMAT(Of.REPORTER, 200),
    HP(Of.REPORTER, 20),
    EMAIL(Of.REPORTER, 254),
    NOMOR_SURAT(Of.RECEPTION, 200),
    TANGGAL_SURAT(Of.RECEPTION, 10),
    LAMPIRAN(Of.RECEPTION, 200),
    /** Who brought the letter, where it was not the sender. */
    PEMBAWA(Of.RECEPTION, 200),
    /** Where the message of a screenshot stood, with account and time. */
    MEDIA(Of.RECEPTION, 40),
    AKUN(Of.RECEPTION, 200),
    WAKTU_TAYANG(Of.RECEPTION, 40),
    /** The number that LAPOR! gave. */
    NOMOR_LUAR(Of.RECEPTION, 60),
    /** The paper itself was handed over, whether it was scanned or not. */
    ASLI(Of.FACT, 10),
    /** Read back to who told it. */
    DIBACAKAN(Of.FACT, 10),
    /** Officer who took it, where another entered it later. */
    PENERIMA(Of.FACT, 20),
    /** Number of the receipt that was printed in advance. */
    NOMOR_CETAK(Of.FACT, 20);

    enum Of {
        COMPLAINT,
        TEXT,
        REPORTER,
        RECEPTION,
        /** Noted once, never corrected. */
        FACT
    }

    private final Of of;
    private final int max;

    EnteredField(Of of, int max) {
        this.of = of;
        this.max = max;
    }

    Of of() {
        return of;
    }

    public int max() {
        return max;
    }

    public boolean correctable() {
        return of != Of.FACT;
    }

    /** A person's data: masked until it is revealed. */
    public boolean personal() {
        return of == Of.REPORTER || this == PEMBAWA || this == AKUN;
    }

    /** Name of the form's field, key of the stored row, end of the text key of its label. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EnteredField> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
    }
}
