package id.tindak.channel;

import id.tindak.account.ReporterCode;
import id.tindak.account.SurveyLink;
import id.tindak.base.web.Texts;
import id.tindak.message.Claim;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a message for a small screen: what happened in one line, what was written, where to read more. The secret code is derived here and stored nowhere. */
@Component
class ChannelText {

    private static final String LANGUAGE = "id";
    private static final String OWN = "channel-";

    private final Conversations conversations;
    private final ReporterCode codes;
    private final SurveyLink surveys;

    ChannelText(Conversations conversations, ReporterCode codes, SurveyLink surveys) {
        this.conversations = conversations;
        this.codes = codes;
        this.surveys = surveys;
    }

    /**
     * @param channel what it takes; what was written is cut so that the address still fits
     * @param wroteAt when the person himself wrote last
     */
    Leaving leaving(Claim claim, Provider.Capabilities channel, @Nullable Instant wroteAt) {
        return new Leaving(
                claim.recipient(),
                of(claim, channel),
                Long.toString(claim.id()),
                Leaving.topic(claim.template()),
                claim.params().getOrDefault("number", ""),
                link(claim),
                Leaving.typed(claim.template()),
                wroteAt);
    }

    private String of(Claim claim, Provider.Capabilities channel) {
        Map<String, String> p = claim.params();
        List<String> after = new ArrayList<>();
        String link = link(claim);
        if (!link.isEmpty()) after.add(link);
        if (p.containsKey(Outbox.SURVEY)) after.add(Texts.get(LANGUAGE, "channel.rate"));
        String head = head(claim);
        String typed = typed(claim);
        int room = channel.longest()
                - channel.size(head)
                - after.stream().mapToInt(part -> channel.size(part) + 2).sum()
                - 2;
        List<String> all = new ArrayList<>(List.of(head));
        String lines = p.getOrDefault(Outbox.LINES, "");
        if (!lines.isEmpty()) all.add(channel.cut(lines, room));
        if (!typed.isEmpty()) all.add(channel.cut(typed, room - (lines.isEmpty() ? 0 : channel.size(lines) + 2)));
        all.addAll(after);
        return String.join("\n\n", all);
    }

    private static String head(Claim claim) {
        Map<String, String> p = claim.params();
        String number = p.getOrDefault("number", "");
        String until = p.getOrDefault("until", "");
        return claim.template().startsWith(OWN)
                ? Texts.get(LANGUAGE, "channel.say." + claim.template().substring(OWN.length()), number)
                : Texts.get(LANGUAGE, "mail." + claim.template() + ".subject", number, until);
    }

    private String typed(Claim claim) {
        String message = claim.params().get("message");
        return message == null
                ? ""
                : conversations
                        .find(claim.agencyId(), Long.parseLong(message))
                        .map(Message::body)
                        .orElse("");
    }

    private String link(Claim claim) {
        Map<String, String> p = claim.params();
        String link = p.get("link");
        String complaint = p.get("complaint");
        if (link == null || complaint == null) return "";
        String survey = p.get(Outbox.SURVEY);
        if (survey != null)
            return surveys.address(claim.agencyId(), Long.parseLong(complaint), Integer.parseInt(survey));
        int rotation = Integer.parseInt(p.getOrDefault("rotation", "0"));
        return link + "?kode=" + codes.of(claim.agencyId(), Long.parseLong(complaint), rotation);
    }
}
