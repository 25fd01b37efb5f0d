package id.tindak.portal;

import id.tindak.agency.Category;
import id.tindak.agency.Unit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names behind the codes of published cases, and what a list can be narrowed to. */
public record PublicNames(Map<String, String> categories, Map<String, String> units, Map<String, String> districts) {

    static PublicNames of(List<Category> categories, List<Unit> units, List<String> districts) {
        Map<String, String> byCode = new LinkedHashMap<>();
        categories.forEach(c -> byCode.put(c.code(), c.name()));
        Map<String, String> byId = new LinkedHashMap<>();
        units.stream().sorted(Comparator.comparing(Unit::name)).forEach(u -> byId.put(Long.toString(u.id()), u.name()));
        Map<String, String> places = new LinkedHashMap<>();
        districts.forEach(d -> places.put(d, d));
        return new PublicNames(byCode, byId, places);
    }

    String category(@Nullable String code) {
        return code == null ? "" : categories.getOrDefault(code, "");
    }

    String unit(@Nullable Long id) {
        return id == null ? "" : units.getOrDefault(id.toString(), "");
    }
}
