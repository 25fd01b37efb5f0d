package id.tindak.message;

import id.tindak.account.MailProof;
import id.tindak.account.ReporterCode;
import id.tindak.account.SurveyLink;
import id.tindak.account.ThreadToken;
import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Settings;
import id.tindak.base.web.Templates;
import id.tindak.base.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words a message when it is sent. The secret code is derived here and stored nowhere; typed text comes along only where the message names
 * it, which is for confirmed addresses alone (RULES.md, Messages).
 */
@Component
class Letters {

    private static final String LANGUAGE = "id";

    /** Names the paper that belongs to a message; see {@link Enclosures}. */
    static final String LETTER = "letter";

    private final Agencies agencies;
    private final Conversations conversations;
    private final ReporterCode codes;
    private final SurveyLink surveys;
    private final MailProof proofs;
    private final ThreadToken threads;
    private final Replies replies;

    Letters(
            Agencies agencies,
            Conversations conversations,
            ReporterCode codes,
            SurveyLink surveys,
            MailProof proofs,
            ThreadToken threads,
            Replies replies) {
        this.agencies = agencies;
        this.conversations = conversations;
        this.codes = codes;
        this.surveys = surveys;
        this.proofs = proofs;
        this.threads = threads;
        this.replies = replies;
    }

    /** @param enclosure that goes along; null for none */
    Letter of(Claim claim, Enclosures.@Nullable Enclosure enclosure) {
        Agency agency = agencies.byId(claim.agencyId());
        Settings settings = agencies.settings(claim.agencyId());
        Map<String, String> p = claim.params();
        String thread = thread(claim);
        String answers = replies.address(claim.agencyId(), thread).orElse(null);
        LetterText content = new LetterText(
                line(text(claim, "subject")),
                Texts.get(LANGUAGE, "mail.greeting"),
                paragraphs(claim, enclosure != null),
                quoted(claim),
                link(claim),
                Texts.get(LANGUAGE, open(p)),
                Texts.get(LANGUAGE, secret(p)),
                signature(agency, settings, automatic(p, answers != null)));
        Map<String, Object> params = Map.of("m", content);
        return new Letter(
                line(sender(agency, settings, p)),
                content.subject(),
                plain(content),
                Templates.text("mail/letter.jte", params),
                enclosure,
                office(p) ? null : answers,
                thread,
                answered(claim));
    }

    private static String open(Map<String, String> params) {
        if (office(params)) return "mail.openDesk";
        return params.containsKey(Outbox.SURVEY) ? "mail.openSurvey" : "mail.open";
    }

    private static String secret(Map<String, String> params) {
        if (office(params)) return "mail.wishes";
        return params.containsKey(Outbox.SURVEY) ? "mail.once" : "mail.secret";
    }

    private List<String> answered(Claim claim) {
        Long complaint = claim.complaintId();
        return complaint == null || office(claim.params())
                ? List.of()
                : replies.references(claim.agencyId(), complaint, claim.recipient());
    }

    /** Only in mail to the reporter: an officer works at the desk. */
    private String thread(Claim claim) {
        Long complaint = claim.complaintId();
        return complaint == null || office(claim.params()) ? "" : threads.of(claim.agencyId(), complaint);
    }

    private static String automatic(Map<String, String> params, boolean answered) {
        if (office(params)) return "mail.automaticOffice";
        return answered ? "mail.automaticAnswered" : "mail.automatic";
    }

    /** What the template says, what was worded when it was staged, and where a letter was written too, says that it goes along, or where it can be fetched. */
    private static List<String> paragraphs(Claim claim, boolean enclosed) {
        Stream<String> letter = claim.params().containsKey(LETTER)
                ? Stream.of(Texts.get(LANGUAGE, enclosed ? "mail.letter.enclosed" : "mail.letter.fetch"))
                : Stream.of();
        Stream<String> worded = claim.params().getOrDefault(Outbox.LINES, "").lines();
        return Stream.of(text(claim, "body").lines(), worded, letter)
                .flatMap(s -> s)
                .filter(l -> !l.isBlank())
                .toList();
    }

    private static String text(Claim claim, String part) {
        Map<String, String> p = claim.params();
        return Texts.get(
                LANGUAGE,
                "mail." + claim.template() + "." + part,
                p.getOrDefault("number", ""),
                p.getOrDefault("until", ""));
    }

    private @Nullable String quoted(Claim claim) {
        String message = claim.params().get("message");
        if (message == null || !Boolean.parseBoolean(claim.params().get("confirmed"))) return null;
        return conversations
                .find(claim.agencyId(), Long.parseLong(message))
                .map(Message::body)
                .filter(b -> !b.isBlank())
                .orElse(null);
    }

    /** Whether it goes to an officer: then the link is an address like any other, and no code goes along. */
    private static boolean office(Map<String, String> params) {
        return params.containsKey(Outbox.PLAIN_LINK);
    }

    private @Nullable String link(Claim claim) {
        Map<String, String> p = claim.params();
        if (office(p)) return p.get(Outbox.PLAIN_LINK);
        String link = p.get("link");
        String complaint = p.get("complaint");
        if (link == null || complaint == null) return null;
        long id = Long.parseLong(complaint);
        String survey = p.get(Outbox.SURVEY);
        if (survey != null) return surveys.address(claim.agencyId(), id, Integer.parseInt(survey));
        return link + "?kode=" + codes.of(claim.agencyId(), id, Integer.parseInt(p.getOrDefault("rotation", "0")))
                + "&surel=" + proofs.of(claim.agencyId(), id, claim.recipient());
    }

    private static String sender(Agency agency, Settings settings, Map<String, String> p) {
        String set = settings.text("pengirim_nama");
        return set.isBlank() ? p.getOrDefault("sender", agency.name()) : set;
    }

    private static List<String> signature(Agency agency, Settings settings, String automatic) {
        return Stream.of(
                        settings.text("judul_portal"),
                        agency.name() + ", " + agency.government(),
                        settings.text("alamat"),
                        settings.text("telepon"),
                        Texts.get(LANGUAGE, automatic))
                .filter(l -> !l.isBlank())
                .map(Letters::line)
                .toList();
    }

    private static String plain(LetterText c) {
        StringBuilder out = new StringBuilder(c.greeting()).append("\n\n");
        c.paragraphs().forEach(paragraph -> out.append(paragraph).append("\n\n"));
        String quoted = c.quoted();
        if (quoted != null) {
            quoted.lines().forEach(l -> out.append("> ").append(l).append('\n'));
            out.append('\n');
        }
        if (c.link() != null)
            out.append(c.open())
                    .append(":\n")
                    .append(c.link())
                    .append("\n\n")
                    .append(c.secret())
                    .append("\n\n");
        out.append("-- \n");
        c.signature().forEach(l -> out.append(l).append('\n'));
        return out.toString();
    }

    /** One line without control characters: what goes into a header can never begin another. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
