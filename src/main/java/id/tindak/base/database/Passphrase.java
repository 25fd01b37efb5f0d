package id.tindak.base.database;

import java.io.Console;
import java.util.Arrays;

/** The words that protect the keys in a backup: from TINDAK_BACKUP_PASSPHRASE, or asked for at the terminal. */
final class Passphrase {

    private static final String VARIABLE = "TINDAK_BACKUP_PASSPHRASE";
    private static final int SHORTEST = 12;

    private Passphrase() {}

    static char[] forNew() {
        char[] words = given("Kata sandi cadangan (sedikitnya " + SHORTEST + " karakter): ");
        if (words.length < SHORTEST)
            throw new DatabaseTrouble(
                    "Kata sandi cadangan terlalu pendek: sedikitnya %d karakter.".formatted(SHORTEST));
        Console console = console();
        if (System.getenv(VARIABLE) == null
                && console != null
                && !Arrays.equals(words, console.readPassword("Sekali lagi: ")))
            throw new DatabaseTrouble("Kedua kata sandi tidak sama. Ulangi perintahnya.");
        return words;
    }

    static char[] forOld() {
        return given("Kata sandi cadangan: ");
    }

    private static char[] given(String question) {
        String value = System.getenv(VARIABLE);
        if (value != null && !value.isEmpty()) return value.toCharArray();
        Console console = console();
        char[] typed = console == null ? null : console.readPassword(question);
        if (typed == null)
            throw new DatabaseTrouble("Kata sandi cadangan belum diberikan. Isikan di " + VARIABLE
                    + ", atau jalankan perintah ini di terminal.");
        return typed;
    }

    private static @org.jspecify.annotations.Nullable Console console() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }
}
