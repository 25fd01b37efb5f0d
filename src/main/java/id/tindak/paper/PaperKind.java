package id.tindak.paper;

import id.tindak.complaint.Complaint;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers that the program can make. Its code is the argument of {@code cetak} in the SOP and part of the address. */
public enum PaperKind {
    /** UU 25/2009 Pasal 44 (1)-(2). */
    TANDA_TERIMA(true),
    /** Print-out of the complaint, for forwarding (SOP SIPESUT; Kota Mojokerto, A2). */
    DATA_PENGADUAN(true),
    /** Complaint letter made of a message from online media (SK DPRD Pasuruan, B-e). */
    SURAT_PENGADUAN(true),
    LEMBAR_DISPOSISI(true),
    SURAT_JAWABAN(true),
    /** To an outside body that is competent, with a copy to the reporter (SOP.md, PINDAH). */
    SURAT_PENERUSAN(true),
    /** Internal report of what was done. */
    NOTA_HASIL(false),
    /** Complaint and proposed solution, for a decision (SOP 001, step 4). */
    CATATAN_SOLUSI(false);

    private final boolean names;

    PaperKind(boolean names) {
        this.names = names;
    }

    /** Whether the paper has a place for the reporter's name. */
    public boolean names() {
        return names;
    }

    /** The round of the case to which the paper belongs: a case that is answered again gets another letter, but no other receipt. */
    int round(Complaint c) {
        return this == SURAT_JAWABAN || this == NOTA_HASIL ? c.round() : 1;
    }

    /** "lembar-disposisi" */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Text key of what it is called. */
    public String key() {
        return "paper.kind." + code();
    }

    public static Optional<PaperKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
