package id.tindak.complaint;

/** Who may know what of a complaint (RULES.md, Privacy modes). Which of them an agency offers is its data. */
public enum Privacy {
    /** The text may be published after editing; the name never without consent. */
    TERBUKA,
    /** Identity known to the receiving desk only, not to the unit complained of; the text may be published. */
    IDENTITAS_DISEMBUNYIKAN,
    /** Nothing is published; identity to holders only; the number alone answers like an unknown number. */
    RAHASIA,
    /** No identity is stored. Only where the SOP allows it. */
    TANPA_IDENTITAS;

    /** Whether the number without the code must answer exactly like an unknown number. */
    public boolean hidesExistence() {
        return this == RAHASIA || this == TANPA_IDENTITAS;
    }
}
