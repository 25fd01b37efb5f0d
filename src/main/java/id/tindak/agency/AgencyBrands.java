package id.tindak.agency;

import id.tindak.base.web.Brand;
import id.tindak.base.web.BrandSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The faces of the agencies for the web layer. */
@Component
class AgencyBrands implements BrandSource {

    private final Agencies agencies;

    AgencyBrands(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public List<Brand> all() {
        return agencies.all().stream().map(this::brand).toList();
    }

    private Brand brand(Agency a) {
        Settings s = agencies.settings(a.id());
        String contact = Stream.of(a.name(), s.text("alamat"), s.text("telepon"))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(", "));
        return new Brand(
                a.id(),
                a.slug(),
                a.host() == null ? List.of() : List.of(a.host().toLowerCase(Locale.ROOT)),
                a.name(),
                a.government(),
                s.text("judul_portal"),
                s.text("tagline"),
                contact,
                a.zone(),
                a.baseUrl());
    }
}
