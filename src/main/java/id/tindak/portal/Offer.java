package id.tindak.portal;

import id.tindak.agency.Category;
import id.tindak.agency.Unit;
import id.tindak.complaint.Privacy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form of one agency offers and asks for. Kinds, privacy modes and places are its settings; which identity fields there are and which are mandatory comes from the SOP in force.
 *
 * @param districts kecamatan to choose from; empty: the field is free text
 * @param identity fields of nama, alamat, hp, email that the SOP's form asks for, with whether each is mandatory
 * @param targets units to choose from where the reporter names the addressee; empty where an officer decides that
 * @param targetKnown whether the reporter has to name one of them; false where the SOP has a way for those who do not know
 * @param channels ways in which a complaint reached the officer who enters it; empty on the citizen's own form
 */
public record Offer(
        List<String> kinds,
        List<String> reporterKinds,
        List<Privacy> privacies,
        List<Category> categories,
        List<String> districts,
        Map<String, Boolean> identity,
        List<Unit> targets,
        boolean targetKnown,
        List<String> channels) {

    public Optional<Category> category(@Nullable String code) {
        return categories.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public Map<String, String> categoryNames() {
        Map<String, String> names = new LinkedHashMap<>();
        categories.forEach(c -> names.put(c.code(), c.name()));
        return names;
    }

    public Map<String, String> districtNames() {
        Map<String, String> names = new LinkedHashMap<>();
        districts.forEach(d -> names.put(d, d));
        return names;
    }

    public Map<String, String> targetNames() {
        Map<String, String> names = new LinkedHashMap<>();
        targets.forEach(u -> names.put(Long.toString(u.id()), u.name()));
        return names;
    }

    public boolean clerk() {
        return !channels.isEmpty();
    }
}
