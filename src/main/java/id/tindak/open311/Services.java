package id.tindak.open311;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.agency.Unit;
import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Privacy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The agency's categories as services of the specification. What a form asks beside the place and the text is an attribute; none is required, since officers ask back for what is missing. */
@Component
class Services {

    /** Attributes, as the web form calls its fields. */
    static final String KIND = "jenis";

    static final String DISTRICT = "kecamatan";
    static final String VILLAGE = "desa";
    static final String PRIVACY = "kerahasiaan";

    private final Agencies agencies;
    private final People people;

    Services(Agencies agencies, People people) {
        this.agencies = agencies;
        this.people = people;
    }

    /**
     * What a caller may say beside the specification's own fields.
     *
     * @param choices key to name; empty where any line of text will do
     */
    record Attribute(String code, String description, Map<String, String> choices) {}

    /** Categories that may be chosen today. */
    List<Category> offered(int agencyId) {
        return agencies.categories(agencyId).stream().filter(Category::active).toList();
    }

    Optional<Category> offered(int agencyId, String code) {
        return offered(agencyId).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** All that ever were: code to name. */
    Map<String, String> names(int agencyId) {
        return agencies.categories(agencyId).stream()
                .collect(Collectors.toMap(Category::code, Category::name, (a, b) -> a, LinkedHashMap::new));
    }

    List<Attribute> attributes(Page page) {
        Settings s = agencies.settings(page.brand().agencyId());
        return List.of(
                new Attribute(KIND, page.t("georeport.attribute.kind"), kinds(page, s)),
                new Attribute(DISTRICT, page.t("georeport.attribute.district"), same(s.list("kecamatan"))),
                new Attribute(VILLAGE, page.t("georeport.attribute.village"), Map.of()),
                new Attribute(PRIVACY, page.t("georeport.attribute.privacy"), privacies(page, s)));
    }

    Node list(Page page) {
        Map<Long, Unit> units =
                people.units(page.brand().agencyId()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        return new Node.Series(
                "services",
                offered(page.brand().agencyId()).stream()
                        .map(c -> new Node.Group(
                                "service",
                                List.of(
                                        new Node.Text("service_code", c.code()),
                                        new Node.Text("service_name", c.name()),
                                        new Node.Text("description", page.t("georeport.service", c.name())),
                                        new Node.Flag("metadata", true),
                                        new Node.Text("type", "realtime"),
                                        new Node.Text("keywords", null),
                                        new Node.Text("group", group(units, c)))))
                        .toList());
    }

    Node definition(Page page, Category service) {
        List<Attribute> attributes = attributes(page);
        return new Node.Group(
                "service_definition",
                List.of(
                        new Node.Text("service_code", service.code()),
                        new Node.Series(
                                "attributes",
                                attributes.stream()
                                        .map(a -> attribute(a, attributes.indexOf(a) + 1))
                                        .toList())));
    }

    private static Node attribute(Attribute a, int order) {
        return new Node.Group(
                "attribute",
                List.of(
                        new Node.Flag("variable", true),
                        new Node.Text("code", a.code()),
                        new Node.Text("datatype", a.choices().isEmpty() ? "string" : "singlevaluelist"),
                        new Node.Flag("required", false),
                        new Node.Text("datatype_description", null),
                        new Node.Figure("order", order),
                        new Node.Text("description", a.description()),
                        new Node.Series(
                                "values",
                                a.choices().entrySet().stream()
                                        .map(e -> new Node.Group(
                                                "value",
                                                List.of(
                                                        new Node.Text("key", e.getKey()),
                                                        new Node.Text("name", e.getValue()))))
                                        .toList())));
    }

    private static String group(Map<Long, Unit> units, Category c) {
        Unit unit = c.unitId() == null ? null : units.get(c.unitId());
        return unit == null ? "" : unit.name();
    }

    private static Map<String, String> same(List<String> words) {
        return words.stream().collect(Collectors.toMap(w -> w, w -> w, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, String> kinds(Page page, Settings s) {
        return s.list("jenis").stream()
                .collect(Collectors.toMap(
                        w -> w, w -> Texts.named(page.language(), "kind.", w), (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, String> privacies(Page page, Settings s) {
        return s.list("kerahasiaan").stream()
                .filter(w ->
                        Arrays.stream(Privacy.values()).anyMatch(p -> p.name().equals(w)))
                .collect(Collectors.toMap(
                        w -> w, w -> page.t("privacy." + w.toLowerCase(Locale.ROOT)), (a, b) -> a, LinkedHashMap::new));
    }
}
