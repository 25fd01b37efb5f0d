package id.tindak.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A questionnaire of the regulation with everything that counts by it: dated data, in a file of its own ({@code survey/skm-14-2017.yaml}) that names its source. What was answered by it is counted by it for ever.
 *
 * @param code as the SOP names it, {@code survei: skm-14-2017}
 * @param basis the regulation
 * @param validFrom first day on which it is the one to ask by
 * @param elements by their stable code, in the order of the file
 * @param orders name of an order to codes of elements: the regulation's list and its questionnaire differ in the last two (domain.md 2.1)
 * @param grades best first
 * @param sexes with {@code educations} and {@code occupations}: code to word, in order
 */
public record Instrument(
        String code,
        String name,
        String basis,
        LocalDate validFrom,
        Map<String, Element> elements,
        Map<String, List<String>> orders,
        List<Grade> grades,
        Map<String, String> sexes,
        Map<String, String> educations,
        Map<String, String> occupations) {

    /**
     * One of the elements (unsur) of service.
     *
     * @param answers words of the values 1, 2, 3 …
     */
    public record Element(String code, String name, String question, List<String> answers) {}

    private static final List<String> FILES = List.of("skm-14-2017");
    private static final List<Instrument> ALL =
            FILES.stream().map(Instrument::read).toList();

    static Optional<Instrument> of(String code) {
        return ALL.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** The one by which is asked on that day. */
    static Instrument on(LocalDate day) {
        return ALL.stream()
                .filter(i -> !i.validFrom().isAfter(day))
                .reduce((first, second) -> second)
                .orElse(ALL.getFirst());
    }

    /** The elements as the agency's form shows them, first to last. */
    List<Element> inOrder(String order) {
        List<String> codes = orders.getOrDefault(order, List.copyOf(elements.keySet()));
        return codes.stream().map(elements::get).toList();
    }

    /** @param converted rounded already: the band is chosen by the number that is printed */
    Grade grade(BigDecimal converted) {
        return grades.stream()
                .filter(g -> converted.compareTo(g.from()) >= 0)
                .findFirst()
                .orElse(grades.getLast());
    }

    private static Instrument read(String name) {
        try (InputStream in = Instrument.class.getResourceAsStream("/survey/" + name + ".yaml")) {
            if (in == null) throw new IllegalStateException("no instrument " + name);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return of(map(new Load(LoadSettings.builder().build()).loadFromString(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instrument of(Map<String, Object> root) {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        map(value(root, "urutan")).forEach((name, codes) -> orders.put(name, texts(codes)));
        return new Instrument(
                text(root, "kode"),
                text(root, "nama"),
                text(root, "dasar"),
                LocalDate.parse(text(root, "mulai")),
                rows(root, "unsur").stream()
                        .map(e -> new Element(
                                text(e, "kode"), text(e, "nama"), text(e, "tanya"), texts(value(e, "jawab"))))
                        .collect(Collectors.toMap(Element::code, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                orders,
                rows(root, "mutu").stream()
                        .map(g -> new Grade(text(g, "huruf"), text(g, "kinerja"), new BigDecimal(text(g, "dari"))))
                        .toList(),
                words(root, "jenis_kelamin"),
                words(root, "pendidikan"),
                words(root, "pekerjaan"));
    }

    private static Map<String, String> words(Map<String, Object> root, String key) {
        Map<String, String> words = new LinkedHashMap<>();
        rows(root, key).forEach(row -> words.put(text(row, "kode"), text(row, "nama")));
        return words;
    }

    private static List<Map<String, Object>> rows(Map<String, Object> root, String key) {
        return ((List<?>) value(root, key)).stream().map(Instrument::map).toList();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String text(Map<String, Object> row, String key) {
        return value(row, key).toString();
    }

    private static Object value(Map<String, Object> row, String key) {
        Object value = row.get(key);
        if (value == null) throw new IllegalStateException(key + " is missing in " + row);
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
