package id.tindak.open311;

import id.tindak.agency.Agencies;
import id.tindak.api.Client;
import id.tindak.api.Submissions;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.PublicNumber;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.publication.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Complaints as service requests: filing them, and showing them as far as the one who asks may see. */
@Service
class Requests {

    private static final ReporterVerbs.Supplied NOTHING_MORE = new ReporterVerbs.Supplied(null, null, null, null);

    private final RequestStore store;
    private final Submissions submissions;
    private final Services services;
    private final Media media;
    private final ReporterVerbs reporters;
    private final Agencies agencies;

    Requests(
            RequestStore store,
            Submissions submissions,
            Services services,
            Media media,
            ReporterVerbs reporters,
            Agencies agencies) {
        this.store = store;
        this.reporters = reporters;
        this.submissions = submissions;
        this.services = services;
        this.media = media;
        this.agencies = agencies;
    }

    /** @param suspect above the program's rate: taken, and looked at by a person */
    Node file(Page page, Client client, RequestForm.Asked asked, List<MultipartFile> parts, boolean suspect) {
        List<String> words = new ArrayList<>(asked.said());
        parts.forEach(p -> words.add(p.getOriginalFilename() + " " + p.getSize()));
        var said = Submissions.Said.of(client, words);
        Complaint filed = submissions.repeated(said).orElseGet(() -> filed(page, said, asked, parts, suspect));
        return new Node.Series(
                "service_requests",
                List.of(new Node.Group(
                        "request",
                        List.of(
                                new Node.Text("service_request_id", filed.publicNumber()),
                                new Node.Text("service_notice", page.t("georeport.notice", link(page, filed))),
                                new Node.Text("account_id", asked.accountId())))));
    }

    private Complaint filed(
            Page page, Submissions.Said said, RequestForm.Asked asked, List<MultipartFile> parts, boolean suspect) {
        int agencyId = page.brand().agencyId();
        Media.Taken taken = media.take(page, parts, asked.media());
        String words = asked.description().isEmpty() ? asked.service().name() : asked.description();
        String body = taken.left().isEmpty()
                ? words
                : words + "\n\n" + page.t("georeport.media-left", String.join(" ", taken.left()));
        String kind = agencies.settings(agencyId).list("jenis").getFirst();
        return submissions.file(
                said,
                asked.place(),
                asked.draft(kind, submissions.channel(agencyId), body)
                        .suspect(suspect)
                        .with(taken.files()));
    }

    private static String link(Page page, Complaint filed) {
        return page.brand().baseUrl() + "/lacak/" + filed.publicNumber();
    }

    Node list(Page page, @Nullable Client client, Query q) {
        int agencyId = page.brand().agencyId();
        Map<String, String> names = services.names(agencyId);
        return new Node.Series(
                "service_requests",
                store.requests(agencyId, id(client), q).stream()
                        .map(r -> request(page, names, r))
                        .toList());
    }

    /** Empty where there is none, or none for this caller: the two are one answer. */
    Optional<Node> one(Page page, @Nullable Client client, Query q) {
        Node.Series all = (Node.Series) list(page, client, q);
        return all.items().isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** @throws Refused where the program did not file it, and where nothing is said */
    Node add(Page page, Client client, Form form, List<MultipartFile> parts) {
        int agencyId = page.brand().agencyId();
        String text = form.text("description", RequestForm.DESCRIPTION);
        if (text.isEmpty()) form.wrong("description", "georeport.fault.no-description");
        if (!form.ok())
            throw Refused.of(400, form.errors().values().stream().map(page::t).toList());
        long complaint = store.own(agencyId, client.id(), PublicNumber.normal(form.value("service_request_id")))
                .orElseThrow(() -> Refused.of(404, page.t("georeport.fault.request")));
        Media.Taken taken = media.take(page, parts, form.many("media_url"));
        Outcome outcome = reporters.write(agencyId, complaint, text, NOTHING_MORE, taken.files());
        if (outcome instanceof Outcome.Refused refused) throw Refused.of(400, page.t(refused.reason()));
        return new Node.Series(
                "service_request_updates",
                List.of(new Node.Group(
                        "request_update",
                        List.of(new Node.Text("update_id", Long.toString(store.lastWord(agencyId, complaint)))))));
    }

    Node updates(Page page, @Nullable Client client, Query q) {
        return new Node.Series(
                "service_request_updates",
                store.updates(page.brand().agencyId(), id(client), q).stream()
                        .map(u -> new Node.Group(
                                "request_update",
                                List.of(
                                        new Node.Text("update_id", u.id()),
                                        new Node.Text("service_request_id", u.number()),
                                        new Node.Text("status", status(u.open())),
                                        new Node.Text("updated_datetime", Moment.of(page, u.at())),
                                        new Node.Text("description", u.text()),
                                        new Node.Text("media_url", null))))
                        .toList());
    }

    private static long id(@Nullable Client client) {
        return client == null ? 0 : client.id();
    }

    private static String status(boolean open) {
        return open ? "open" : "closed";
    }

    /** A published text names what was masked in brackets. */
    private static @Nullable String said(Page page, RequestStore.Row r, @Nullable String text) {
        return text == null || r.own()
                ? text
                : Masking.plain(text, kind -> "[" + page.t("publication.masked." + kind.name()) + "]");
    }

    private static Node request(Page page, Map<String, String> names, RequestStore.Row r) {
        boolean open = r.endedAt() == null;
        return new Node.Group(
                "request",
                List.of(
                        new Node.Text("service_request_id", r.number()),
                        new Node.Text("status", status(open)),
                        new Node.Text("status_notes", said(page, r, r.answer())),
                        new Node.Text("service_name", names.getOrDefault(r.service(), r.service())),
                        new Node.Text("service_code", r.service()),
                        new Node.Text("description", said(page, r, r.text())),
                        new Node.Text("agency_responsible", page.brand().name()),
                        new Node.Text("service_notice", null),
                        new Node.Text("requested_datetime", Moment.of(page, r.requestedAt())),
                        new Node.Text("updated_datetime", Moment.of(page, r.updatedAt())),
                        new Node.Text("expected_datetime", open ? Moment.of(page, r.expectedAt()) : null),
                        new Node.Text("address", r.address()),
                        new Node.Text("address_id", r.addressId()),
                        new Node.Text("zipcode", null),
                        new Node.Figure("lat", r.latitude()),
                        new Node.Figure("long", r.longitude()),
                        new Node.Text("media_url", null)));
    }
}
