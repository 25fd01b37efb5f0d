package id.tindak.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Reads the list of holidays: CSV with the columns {@code tanggal,hari,jenis,keterangan,dasar}, one day a row. */
public final class Holidays {

    private static final List<String> COLUMNS = List.of("tanggal", "hari", "jenis", "keterangan", "dasar");

    private Holidays() {}

    /** The decreed holidays of 2025 to 2027 that come with the program. */
    public static List<Holiday> bundled() {
        InputStream file = Objects.requireNonNull(
                Holidays.class.getResourceAsStream("/calendar/hari_libur_2025_2027.csv"), "hari_libur_2025_2027.csv");
        try (Reader csv = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException with one sentence per faulty row, each on its own line, when there are any */
    public static List<Holiday> read(Reader csv) {
        List<String> lines = new BufferedReader(csv).lines().toList();
        if (lines.isEmpty() || !cells(lines.getFirst().replace("\uFEFF", "")).equals(COLUMNS))
            throw new IllegalArgumentException(
                    "Baris 1: judul kolom harus berbunyi " + String.join(",", COLUMNS) + ".");
        List<Holiday> holidays = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            try {
                Holiday holiday = holiday(cells(lines.get(i)));
                if (!seen.add(holiday.date()))
                    throw new IllegalArgumentException("tanggal " + holiday.date() + " sudah ada di baris sebelumnya.");
                holidays.add(holiday);
            } catch (IllegalArgumentException e) {
                faults.add("Baris " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("\n", faults));
        return List.copyOf(holidays);
    }

    private static Holiday holiday(List<String> cells) {
        if (cells.size() != COLUMNS.size())
            throw new IllegalArgumentException(
                    "harus berisi " + COLUMNS.size() + " kolom, bukan " + cells.size() + ".");
        LocalDate date = date(cells.get(0));
        String weekday = IndonesianDays.name(date.getDayOfWeek());
        if (!cells.get(1).equalsIgnoreCase(weekday))
            throw new IllegalArgumentException(
                    "tanggal " + date + " adalah hari " + weekday + ", bukan \"" + cells.get(1) + "\".");
        if (cells.get(3).isBlank()) throw new IllegalArgumentException("keterangan belum diisi.");
        return new Holiday(date, kind(cells.get(2)), cells.get(3), cells.get(4));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "tanggal \"" + text + "\" tidak dikenal. Tulis tahun-bulan-tanggal, misalnya 2027-08-17.", e);
        }
    }

    private static Holiday.Kind kind(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "LIBUR_NASIONAL" -> Holiday.Kind.NATIONAL;
            case "CUTI_BERSAMA" -> Holiday.Kind.JOINT_LEAVE;
            default ->
                throw new IllegalArgumentException(
                        "jenis \"" + text + "\" tidak dikenal. Tulis LIBUR_NASIONAL atau CUTI_BERSAMA.");
        };
    }

    /** The cells of one row; quoted cells may hold commas and doubled quotes, but no line breaks. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') quoted = !quoted;
            if (c == ',' && !quoted) {
                cells.add(plain(cell));
                cell.setLength(0);
            } else cell.append(c);
        }
        if (quoted) throw new IllegalArgumentException("tanda kutip tidak ditutup.");
        cells.add(plain(cell));
        return cells;
    }

    private static String plain(CharSequence cell) {
        String text = cell.toString().strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }
}
