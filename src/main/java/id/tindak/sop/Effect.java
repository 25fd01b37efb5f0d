package id.tindak.sop;

/** What the program itself does when a step is done, for example {@code jawab: pemohon}. */
public record Effect(String word, String argument) {

    public static final String NOTIFY = "kabari";
    public static final String PRINT = "cetak";
    public static final String REGISTER = "catat";
    public static final String ANSWER = "jawab";
    public static final String PUBLISH = "terbitkan";
    public static final String SURVEY = "survei";
}
