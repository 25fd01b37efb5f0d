package id.tindak.survey;

import id.tindak.account.SurveyLink;
import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.handling.Transition;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The survey of an agency: asking, taking answers, counting them. */
@Service
public class Surveys {

    /** Setting with the order in which the form shows the elements. */
    static final String ORDER = "survei_urutan";

    /** Setting with the kinds of service that visitors may name; the first is that of complaints. */
    static final String SERVICES = "survei_layanan";

    private static final String PUBLISHED = "survei_publik";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SurveyStore store;
    private final SurveyLink links;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final People people;
    private final Clock clock;

    Surveys(SurveyStore store, SurveyLink links, Agencies agencies, AgencyEvents events, People people, Clock clock) {
        this.store = store;
        this.links = links;
        this.agencies = agencies;
        this.events = events;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The index of a stretch of days.
     *
     * @param to last day
     * @param unit one unit's; null for the whole agency
     */
    @Transactional(readOnly = true)
    public Ikm ikm(int agencyId, LocalDate from, LocalDate to, @Nullable Long unit) {
        Instrument instrument = Instrument.on(to);
        return ikm(agencyId, instrument, store.sums(agencyId, instrument.code(), from, to, unit));
    }

    /** @param sums by element, as the store has them; "" counts the respondents */
    Ikm ikm(int agencyId, Instrument instrument, Map<String, int[]> sums) {
        List<ElementScore> scores = new ArrayList<>();
        for (Instrument.Element e : elements(agencyId, instrument)) {
            int[] sum = sums.getOrDefault(e.code(), new int[2]);
            scores.add(new ElementScore(e.code(), scores.size() + 1, e.name(), sum[0], sum[1]));
        }
        return Ikm.of(sums.getOrDefault("", new int[2])[0], scores, instrument);
    }

    /** Path of the form for the reporter of this case, while the survey is offered and not answered. Not for officers: whether somebody answered is nobody's business. */
    @Transactional(readOnly = true)
    public Optional<String> offered(int agencyId, long complaintId) {
        return store.invitation(agencyId, complaintId)
                .filter(Invitation::open)
                .map(i -> SurveyLink.PATH + links.token(agencyId, complaintId, i.keySet()));
    }

    /** Whether the agency shows its results to everybody. */
    public boolean published(int agencyId) {
        return settings(agencyId).text(PUBLISHED).equals("ya");
    }

    /**
     * Asks the reporter of a case, once however often the case is taken up again.
     *
     * @return number of the key set of the address; empty when he was asked before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Integer> invite(Transition t, Instrument instrument) {
        int agencyId = t.complaint().agencyId();
        long complaint = t.complaint().id();
        int set = links.keySet();
        Invitation invitation = new Invitation(
                complaint,
                set,
                instrument.code(),
                t.handling().targetUnitId(),
                t.complaint().channel(),
                null);
        byte[] hash = links.hash(links.token(agencyId, complaint, set), set);
        LocalDate today = LocalDate.ofInstant(t.now(), agencies.byId(agencyId).zone());
        return store.invite(agencyId, invitation, hash, today) ? Optional.of(set) : Optional.empty();
    }

    /** The invitation of an address that somebody followed. */
    @Transactional(readOnly = true)
    Optional<Invitation> invitation(int agencyId, String token) {
        return store.invitation(agencyId, links.hashes(token));
    }

    /** Stores the answer of an invited reporter and marks the invitation used. False when it was answered meanwhile. */
    @Transactional
    boolean answer(int agencyId, Invitation i, Response response) {
        if (!store.use(agencyId, i.complaintId(), today(agencyId))) return false;
        store.insert(agencyId, response);
        return true;
    }

    /** Stores the answer of a visitor; the same form sent twice counts once. */
    @Transactional
    void answer(int agencyId, Response response) {
        store.insert(agencyId, response);
    }

    /**
     * Paper forms of today, all of one unit.
     *
     * @param forms one digit for each element in the order of the agency's form, 0 for what was left out
     */
    @Transactional
    public void enter(int agencyId, long officerId, @Nullable Long unit, List<String> forms) {
        LocalDate today = today(agencyId);
        Instrument instrument = Instrument.on(today);
        List<Instrument.Element> elements = elements(agencyId, instrument);
        for (String digits : forms) {
            Map<String, Integer> values = new LinkedHashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                int value = digits.charAt(i) - '0';
                if (value > 0) values.put(elements.get(i).code(), value);
            }
            store.insert(
                    agencyId,
                    new Response(
                            randomId(),
                            instrument.code(),
                            today,
                            half(agencyId),
                            Response.Origin.KERTAS,
                            null,
                            unit,
                            services(agencyId).getFirst(),
                            values,
                            new Response.Person(null, null, null, null),
                            null,
                            new Response.Entered(officerId, today)));
        }
    }

    /** Takes out again what this officer has typed from paper today. */
    @Transactional
    boolean remove(int agencyId, long officerId, long id) {
        if (!store.removeTyped(agencyId, officerId, today(agencyId), id)) return false;
        events.append(agencyId, "SURVEY_REMOVED", officerId, Map.of());
        return true;
    }

    /** Erases a suggestion for good; the values stay. */
    @Transactional
    boolean eraseSuggestion(int agencyId, long officerId, long id) {
        if (!store.eraseSuggestion(agencyId, id)) return false;
        events.append(agencyId, "SUGGESTION_ERASED", officerId, Map.of());
        return true;
    }

    /** Elements in the order of the agency's form. */
    List<Instrument.Element> elements(int agencyId, Instrument instrument) {
        return instrument.inOrder(settings(agencyId).text(ORDER));
    }

    List<String> services(int agencyId) {
        List<String> services = settings(agencyId).list(SERVICES);
        return services.isEmpty() ? List.of(agencies.byId(agencyId).name()) : services;
    }

    LocalDate today(int agencyId) {
        return people.today(agencyId);
    }

    Response.Half half(int agencyId) {
        ZoneId zone = agencies.byId(agencyId).zone();
        return Response.Half.at(LocalTime.ofInstant(clock.instant(), zone));
    }

    /** For a response: unlike all other ids it says nothing of when it was made. */
    static long randomId() {
        return RANDOM.nextLong() >>> 5; // eighteen digits, as many as a form gives back
    }

    private Settings settings(int agencyId) {
        return agencies.settings(agencyId);
    }
}
