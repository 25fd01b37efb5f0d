package id.tindak.complaint;

import id.tindak.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over. Everything in it was checked by the channel's own form; nothing here is trusted for routing.
 *
 * @param submissionKey makes a second click harmless; unique per agency
 * @param accused who is complained of, as typed
 * @param purpose maksud dan tujuan of an information request
 * @param uploads stored files that belong to it
 */
public record NewComplaint(
        String submissionKey,
        String kind,
        String channel,
        String title,
        String body,
        @Nullable String purpose,
        @Nullable String accused,
        @Nullable String category,
        @Nullable String district,
        @Nullable String village,
        @Nullable String landmark,
        Privacy privacy,
        boolean concernsOfficer,
        boolean suspect,
        @Nullable Long enteredBy,
        @Nullable Long targetUnit,
        Reporter reporter,
        List<StoredFile> uploads) {

    List<Message> texts(long complaintId, java.time.Instant at) {
        List<Message> texts = new java.util.ArrayList<>();
        texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.COMPLAINT, body));
        if (purpose != null) texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.PURPOSE, purpose));
        if (accused != null) texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.ACCUSED, accused));
        return texts;
    }

    private static Message text(
            long complaintId, java.time.Instant at, Message.Audience audience, Message.Kind kind, String body) {
        return id.tindak.message.Conversations.compose(complaintId, at, null, audience, kind, body);
    }
}
