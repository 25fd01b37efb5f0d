package id.tindak.admin;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.Chain;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.Texts;
import id.tindak.base.web.View;
import id.tindak.handling.Sops;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The agency's chain of administrative changes, newest first; for the administrator and the auditor, changeable by nobody. */
@Controller
public class AgencyEventPages {

    private static final int SHOWN = 50;

    private final AgencyEvents events;
    private final People people;
    private final Sops sops;
    private final RoleNames roleNames;

    AgencyEventPages(AgencyEvents events, People people, Sops sops, RoleNames roleNames) {
        this.events = events;
        this.people = people;
        this.sops = sops;
        this.roleNames = roleNames;
    }

    /**
     * @param details "label: value" in words
     * @param hash first digits of the link's hash
     */
    public record Entry(int seq, Instant at, String what, String who, List<String> details, String hash) {}

    /** @param before sequence number from which the next page reads on; null on the last page */
    public record Listing(List<Entry> entries, @Nullable Integer before, boolean first) {}

    @GetMapping("/kelola/peristiwa")
    @Access({Who.ADMIN, Who.AUDITOR})
    View list(Page page, Signed signed, Form form) {
        Long from = form.id("sebelum");
        int before = from == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, from);
        List<Chain> links = events.page(signed.agencyId(), before, SHOWN + 1);
        Words words = new Words(page, signed.agencyId());
        List<Entry> entries = links.stream().limit(SHOWN).map(words::entry).toList();
        Integer next = links.size() > SHOWN ? entries.getLast().seq() : null;
        return View.of("admin/events.jte", page, new Listing(entries, next, from == null));
    }

    /** Turns ids of the chain into names as they are now. */
    private final class Words {
        private final Page page;
        private final Map<Long, String> officers;
        private final Map<String, String> sopNames;
        private final RoleNames.Of names;

        Words(Page page, int agencyId) {
            this.page = page;
            officers = people.officers(agencyId).stream().collect(Collectors.toMap(Officer::id, Officer::name));
            sopNames = sops.versions(agencyId).stream()
                    .collect(Collectors.toMap(v -> Long.toString(v.id()), v -> v.code() + " " + v.number()));
            names = roleNames.of(agencyId);
        }

        Entry entry(Chain link) {
            String key = "admin.event." + link.kind();
            Long actor = link.actor();
            List<String> details = new ArrayList<>();
            link.facts().forEach((name, value) -> {
                if (!value.equals("-")) details.add(label(name) + ": " + value(name, value));
            });
            return new Entry(
                    link.seq(),
                    link.at(),
                    Texts.has(key) ? page.t(key) : page.t("admin.events.other", link.kind()),
                    actor == null ? page.t("admin.events.program") : officers.getOrDefault(actor, actor.toString()),
                    details,
                    HexFormat.of().formatHex(link.hash(), 0, 6));
        }

        private String label(String fact) {
            String key = "admin.fact." + fact;
            return Texts.has(key) ? page.t(key) : fact;
        }

        private String value(String fact, String value) {
            return switch (fact) {
                case "officer", "substitute" -> number(value) == null ? value : officer(value);
                case "unit", "successor" -> number(value) == null ? value : names.unit(number(value));
                case "role" -> names.role(value);
                case "sop" -> sopNames.getOrDefault(value, value);
                case "name" -> Texts.has("admin.setting." + value) ? page.t("admin.setting." + value) : value;
                case "standard" -> value.replace('_', ' ');
                default -> Texts.has("admin.value." + value) ? page.t("admin.value." + value) : time(value);
            };
        }

        /** A day or a moment in words; anything else as it is. */
        private String time(String value) {
            try {
                if (value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                    return page.times().moment(Instant.parse(value));
                return value.matches("\\d{4}-\\d\\d-\\d\\d") ? page.times().date(LocalDate.parse(value)) : value;
            } catch (DateTimeException e) {
                return value;
            }
        }

        private String officer(String id) {
            return Objects.requireNonNull(officers.getOrDefault(Long.valueOf(id), id));
        }

        private @Nullable Long number(String value) {
            return value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
        }
    }
}
