package id.tindak.register;

import java.util.Arrays;
import java.util.Locale;

/** A column that books may have. Which book has which is said by its {@link BookKind}. */
public enum Field {
    KANAL(Type.LINE),
    NOMOR_SURAT(Type.LINE),
    TANGGAL_SURAT(Type.DAY),
    NAMA(Type.PERSON),
    ASAL(Type.LINE),
    ALAMAT(Type.PERSON),
    TELEPON(Type.PERSON),
    PERIHAL(Type.SUBJECT),
    KEPERLUAN(Type.SUBJECT),
    LAMPIRAN(Type.LINE),
    SIFAT(Type.LINE),
    KLASIFIKASI(Type.CODE),
    TUJUAN(Type.LINE),
    BERTEMU(Type.LINE),
    PULANG(Type.CLOCK),
    PENERIMA(Type.PERSON),
    DITERIMA(Type.DAY),
    PENANDA_TANGAN(Type.LINE),
    PENYELESAIAN(Type.LINE),
    DASAR(Type.TEXT),
    SOLUSI(Type.TEXT),
    KETERANGAN(Type.TEXT);

    /** What may be written there. A person's data is not searched and not shown in full where the entry belongs to a case. */
    enum Type {
        LINE(200),
        PERSON(200),
        SUBJECT(500),
        CODE(20),
        DAY(10),
        CLOCK(5),
        TEXT(2000);

        private final int max;

        Type(int max) {
            this.max = max;
        }
    }

    /** Keys of the columns in which people, and what they wanted, are named. */
    static final String[] OF_PEOPLE = Arrays.stream(values())
            .filter(f -> f.personal() || f.longer() || f == ASAL)
            .map(Field::key)
            .toArray(String[]::new);

    private final Type type;

    Field(Type type) {
        this.type = type;
    }

    Type type() {
        return type;
    }

    public int max() {
        return type.max;
    }

    public boolean longer() {
        return type == Type.SUBJECT || type == Type.TEXT;
    }

    /** Type of the input on a page. */
    public String input() {
        return switch (type) {
            case DAY -> "date";
            case CLOCK -> "time";
            case LINE, PERSON, SUBJECT, CODE, TEXT -> "text";
        };
    }

    boolean personal() {
        return type == Type.PERSON;
    }

    /** Name of the form's field, key of the stored row, and end of the text key of its label. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
