package id.tindak.calendar;

import id.tindak.calendar.CalendarDefinition.ClosedDay;
import id.tindak.calendar.CalendarDefinition.Disturbance;
import id.tindak.calendar.CalendarDefinition.OpenDay;
import id.tindak.calendar.CalendarDefinition.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one calendar file and gathers every fault with its line. */
final class CalendarReader {

    private static final int LONGEST = 200_000;
    private static final List<String> WORDS =
            List.of("nama", "zona", "cuti_bersama", "jam", "masa_khusus", "tutup", "masuk", "gangguan");

    private final List<CalendarFile.Fault> faults = new ArrayList<>();
    private final Set<LocalDate> ownDays = new HashSet<>();

    CalendarFile.Result read(String yaml) {
        CalendarDefinition definition = null;
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(LONGEST).build();
            Node root = new Compose(settings).composeString(yaml).orElse(null);
            if (root == null) fault(1, "Berkas kalender kosong.");
            else definition = definition(new YamlMap(root, WORDS, faults));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            fault(line, "Susunan YAML rusak di sini: periksa spasi di awal baris, titik dua, dan tanda kutip.");
        } catch (YamlEngineException e) {
            fault(1, "Berkas ini bukan YAML, atau lebih panjang daripada " + LONGEST + " huruf.");
        }
        if (definition != null && faults.isEmpty()) return new CalendarFile.Valid(definition);
        return new CalendarFile.Invalid(faults.stream()
                .sorted(Comparator.comparingInt(CalendarFile.Fault::line))
                .toList());
    }

    private @Nullable CalendarDefinition definition(YamlMap file) {
        String name = file.text("nama");
        ZoneId zone = file.value("zona", CalendarReader::zone);
        Boolean closes = file.values().containsKey("cuti_bersama")
                ? file.value("cuti_bersama", CalendarReader::closes)
                : Boolean.TRUE;
        Week week = week(file);
        List<Period> periods =
                each(file, "masa_khusus", List.of("nama", "dari", "sampai", "catatan", "jam"), this::period);
        List<ClosedDay> closed = each(file, "tutup", List.of("tanggal", "nama"), this::closedDay);
        List<OpenDay> open =
                each(file, "masuk", List.of("tanggal", "nama", "jam"), entry -> openDay(entry, week, periods));
        ZoneId clock = zone == null ? TimeZones.WIB : zone;
        List<Disturbance> disturbances = each(
                file,
                "gangguan",
                List.of("dari", "sampai", "alasan", "berita_acara"),
                entry -> disturbance(entry, clock));
        if (name == null || zone == null || closes == null || week == null) return null;
        return new CalendarDefinition(name, zone, week, closes, periods, closed, open, disturbances);
    }

    private @Nullable Period period(YamlMap entry) {
        String name = entry.text("nama");
        LocalDate from = entry.value("dari", CalendarReader::date);
        LocalDate to = entry.value("sampai", CalendarReader::date);
        Week week = week(entry);
        if (name == null || from == null || to == null || week == null) return null;
        if (to.isBefore(from)) {
            entry.fault(entry.key("sampai"), "Masa \"" + name + "\" berakhir sebelum mulai.");
            return null;
        }
        return new Period(name, from, to, week, entry.textOrEmpty("catatan"));
    }

    private @Nullable ClosedDay closedDay(YamlMap entry) {
        LocalDate date = ownDay(entry);
        String name = entry.text("nama");
        return date == null || name == null ? null : new ClosedDay(date, name);
    }

    private @Nullable OpenDay openDay(YamlMap entry, @Nullable Week week, List<Period> periods) {
        LocalDate date = ownDay(entry);
        String name = entry.text("nama");
        boolean own = entry.values().containsKey("jam");
        List<Interval> hours = own ? entry.value("jam", HoursText::parse) : List.of();
        if (date == null || name == null || hours == null || week == null) return null;
        Week usual = periods.stream()
                .filter(p -> p.covers(date))
                .reduce((a, b) -> b)
                .map(Period::week)
                .orElse(week);
        if (hours.isEmpty() && (own || usual.hours(date.getDayOfWeek()).isEmpty())) {
            entry.fault(
                    entry.key("jam"),
                    "Hari " + IndonesianDays.name(date.getDayOfWeek()) + ", " + date
                            + ", biasanya libur. Tulis jam kerjanya, misalnya jam: 08.00-12.00.");
            return null;
        }
        return new OpenDay(date, name, hours);
    }

    private @Nullable LocalDate ownDay(YamlMap entry) {
        LocalDate date = entry.value("tanggal", CalendarReader::date);
        if (date == null || ownDays.add(date)) return date;
        entry.fault(
                entry.key("tanggal"), "Tanggal " + date + " sudah ditulis di atas sebagai hari tutup atau hari masuk.");
        return null;
    }

    private @Nullable Disturbance disturbance(YamlMap entry, ZoneId zone) {
        Instant from = entry.value("dari", text -> moment(text, zone));
        Instant to = entry.value("sampai", text -> moment(text, zone));
        String reason = entry.text("alasan");
        if (from == null || to == null || reason == null) return null;
        if (!from.isBefore(to)) {
            entry.fault(entry.key("sampai"), "Gangguan harus berakhir sesudah mulai.");
            return null;
        }
        return new Disturbance(from, to, reason, entry.textOrEmpty("berita_acara"));
    }

    private @Nullable Week week(YamlMap entry) {
        Node node = entry.values().get("jam");
        if (node == null) {
            entry.text("jam");
            return null;
        }
        int before = faults.size();
        YamlMap jam = new YamlMap(node, List.of(), faults);
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (String words : jam.values().keySet()) {
            List<DayOfWeek> named = weekdays(words);
            if (named.isEmpty())
                jam.fault(
                        jam.key(words),
                        "Hari \"" + words + "\" tidak dikenal. Tulis misalnya senin, atau senin-kamis.");
            List<Interval> hours = jam.value(words, HoursText::parse);
            if (hours == null) continue;
            for (DayOfWeek day : named)
                if (week.putIfAbsent(day, hours) != null)
                    jam.fault(jam.key(words), "Jam hari " + IndonesianDays.name(day) + " sudah ditulis di atas.");
        }
        return faults.size() > before ? null : new Week(week);
    }

    private static List<DayOfWeek> weekdays(String words) {
        String[] ends = words.split("[-–]", -1);
        DayOfWeek first = IndonesianDays.day(ends[0]);
        DayOfWeek last = IndonesianDays.day(ends[ends.length - 1]);
        if (ends.length > 2 || first == null || last == null || last.compareTo(first) < 0) return List.of();
        return List.of(DayOfWeek.values()).subList(first.ordinal(), last.ordinal() + 1);
    }

    private <T> List<T> each(YamlMap file, String word, List<String> words, Function<YamlMap, @Nullable T> read) {
        List<T> all = new ArrayList<>();
        for (Node node : file.list(word)) {
            T entry = read.apply(new YamlMap(node, words, faults));
            if (entry != null) all.add(entry);
        }
        return all;
    }

    private void fault(int line, String sentence) {
        faults.add(new CalendarFile.Fault(line, sentence));
    }

    private static ZoneId zone(String text) {
        ZoneId zone = TimeZones.of(text);
        if (zone == null)
            throw new IllegalArgumentException("Zona \"" + text + "\" tidak dikenal. Tulis WIB, WITA, atau WIT.");
        return zone;
    }

    private static boolean closes(String text) {
        return switch (text) {
            case "libur" -> true;
            case "masuk" -> false;
            default ->
                throw new IllegalArgumentException(
                        "\"cuti_bersama\" harus berisi libur atau masuk, bukan \"" + text + "\".");
        };
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= Years.FIRST && date.getYear() <= Years.LAST) return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(dateSentence(text), e);
        }
        throw new IllegalArgumentException(dateSentence(text));
    }

    private static String dateSentence(String text) {
        return "Tanggal \"" + text + "\" tidak dikenal. Tulis tahun-bulan-tanggal, misalnya 2027-08-17.";
    }

    private static Instant moment(String text, ZoneId zone) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text.replace(':', '.'), CalendarWriter.MOMENT);
            if (moment.getYear() >= Years.FIRST && moment.getYear() < Years.LAST)
                return moment.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(momentSentence(text), e);
        }
        throw new IllegalArgumentException(momentSentence(text));
    }

    private static String momentSentence(String text) {
        return "Waktu \"" + text + "\" tidak dikenal. Tulis tanggal dan jam setempat, misalnya 2026-11-23 10.00.";
    }
}
