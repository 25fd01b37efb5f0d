package id.tindak.complaint;

import id.tindak.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over. Everything in it was checked by the channel's own form; nothing here is trusted for routing.
 *
 * @param submissionKey makes a second click harmless; unique per agency
 * @param accused who is complained of, as typed
 * @param purpose maksud dan tujuan of an information request
 * @param reception what an officer noted who wrote it down
 * @param receivedAt when it reached the office, where that was earlier than its entry; null: now
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
        Reception reception,
        @Nullable Instant receivedAt,
        List<StoredFile> uploads) {

    private static final int TITLE = 80;

    /** Begins one; what is not said stays empty, open and unsuspicious. */
    public static Draft of(String kind, String channel, String title, String body) {
        return new Draft(kind, channel, title, body);
    }

    /** A title for what came without one: its first sentence, or as much of that as fits. */
    public static String title(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        int end = line.indexOf(". ");
        String sentence = end > 0 ? line.substring(0, end) : line;
        if (sentence.length() <= TITLE) return sentence;
        int space = sentence.lastIndexOf(' ', TITLE - 1);
        return sentence.substring(0, space > TITLE / 2 ? space : TITLE - 1) + "…";
    }

    /** A complaint being put together. */
    public static final class Draft {

        private final String kind;
        private final String channel;
        private final String title;
        private final String body;
        private String submissionKey = UUID.randomUUID().toString();
        private @Nullable String purpose;
        private @Nullable String accused;
        private @Nullable String category;
        private @Nullable String district;
        private @Nullable String village;
        private @Nullable String landmark;
        private Privacy privacy = Privacy.TERBUKA;
        private boolean suspect;
        private @Nullable Long enteredBy;
        private @Nullable Long targetUnit;
        private Reporter reporter = Reporter.NOBODY;
        private Reception reception = Reception.NONE;
        private @Nullable Instant receivedAt;
        private List<StoredFile> uploads = List.of();

        private Draft(String kind, String channel, String title, String body) {
            this.kind = kind;
            this.channel = channel;
            this.title = title;
            this.body = body;
        }

        public Draft submission(String key) {
            submissionKey = key;
            return this;
        }

        public Draft purpose(@Nullable String maksud) {
            purpose = maksud;
            return this;
        }

        /** Whom it complains of; null when it is about no officer. */
        public Draft accusing(@Nullable String whom) {
            accused = whom;
            return this;
        }

        public Draft category(@Nullable String code) {
            category = code;
            return this;
        }

        public Draft at(@Nullable String inDistrict, @Nullable String inVillage, @Nullable String nearby) {
            district = inDistrict;
            village = inVillage;
            landmark = nearby;
            return this;
        }

        public Draft privacy(Privacy mode) {
            privacy = mode;
            return this;
        }

        public Draft suspect(boolean flooded) {
            suspect = flooded;
            return this;
        }

        /** The officer who enters it for somebody; null when the reporter does it. */
        public Draft enteredBy(@Nullable Long officer) {
            enteredBy = officer;
            return this;
        }

        public Draft to(@Nullable Long unit) {
            targetUnit = unit;
            return this;
        }

        public Draft from(Reporter who) {
            reporter = who;
            return this;
        }

        public Draft reception(Reception noted) {
            reception = noted;
            return this;
        }

        /** It reached the office earlier than it is entered. */
        public Draft receivedAt(@Nullable Instant at) {
            receivedAt = at;
            return this;
        }

        public Draft with(List<StoredFile> files) {
            uploads = files;
            return this;
        }

        public NewComplaint done() {
            return new NewComplaint(
                    submissionKey,
                    kind,
                    channel,
                    title,
                    body,
                    purpose,
                    accused,
                    category,
                    district,
                    village,
                    landmark,
                    privacy,
                    accused != null,
                    suspect,
                    enteredBy,
                    targetUnit,
                    reporter,
                    reception,
                    receivedAt,
                    uploads);
        }
    }

    List<Message> texts(long complaintId, Instant at) {
        List<Message> texts = new java.util.ArrayList<>();
        texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.COMPLAINT, body));
        if (purpose != null) texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.PURPOSE, purpose));
        if (accused != null) texts.add(text(complaintId, at, Message.Audience.REPORTER, Message.Kind.ACCUSED, accused));
        return texts;
    }

    private static Message text(
            long complaintId, Instant at, Message.Audience audience, Message.Kind kind, String body) {
        return id.tindak.message.Conversations.compose(complaintId, at, null, audience, kind, body);
    }
}
