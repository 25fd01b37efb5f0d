package id.tindak.base.web;

import java.util.List;
import java.util.Optional;

/** Tells the web layer which agencies this installation serves. Asked on every request, so answers come from memory. */
public interface BrandSource {

    /** All agencies that can be reached, in the order in which the list of agencies shows them. */
    List<Brand> all();

    default Optional<Brand> bySlug(String slug) {
        return all().stream().filter(b -> b.slug().equals(slug)).findFirst();
    }

    default Optional<Brand> byHost(String host) {
        return all().stream().filter(b -> b.hosts().contains(host)).findFirst();
    }
}
