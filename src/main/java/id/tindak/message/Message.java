package id.tindak.message;

import id.tindak.base.Chain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a case's conversation. It can be erased; the event that mentions it holds only its salted hash.
 *
 * @param audience who may read it: the reporter (and the office), or the office alone
 */
public record Message(
        long id,
        long complaintId,
        Instant at,
        Author author,
        @Nullable Long officerId,
        Audience audience,
        Kind kind,
        String body,
        byte[] salt) {

    public enum Author {
        REPORTER,
        OFFICER,
        SYSTEM
    }

    public enum Audience {
        REPORTER,
        OFFICE
    }

    public enum Kind {
        /** The text with which the complaint was filed. */
        COMPLAINT,
        /** Maksud dan tujuan of an information request. */
        PURPOSE,
        /** The same where the office had written down wrongly what the reporter said: its wording after the correction (ralat). */
        CORRECTION,
        /** Who is complained of, as typed; seen by holders only. */
        ACCUSED,
        /** What the reporter added unasked. */
        ADDITION,
        /** What the reporter supplied after a return. */
        COMPLETION,
        /** What the reporter wrote after the answer; reopens. */
        REACTION,
        /** Why a step sent the case back or ended it. */
        REASON,
        /** The text of a step: result, coordination, instruction. */
        RESULT,
        /** What a disposition asks of its parties, in the giver's own words. */
        INSTRUCTION,
        /** The answer to the reporter. */
        ANSWER,
        /** The wording of an answer as its signer approved it; nobody changes it after that. */
        WORDING,
        /** What an answer promises beyond itself. */
        COMMITMENT,
        /** How a commitment was kept. */
        FULFILMENT,
        /** Why a commitment takes longer. */
        RENEWAL,
        /** On whose word an officer decided: an oral order, a chat, a meeting. */
        BASIS,
        /** A question or notice from an officer to the reporter. */
        NOTICE,
        /** Internal note. */
        NOTE,
        /** What was said on the telephone, in an officer's words; see {@link PhoneCall}. */
        CALL,
        /** What an officer understood of a voice note or of another language; see {@link Transcript}. */
        TRANSCRIPT
    }

    /** What the complaint itself says, among the texts of its case; empty once it is erased. */
    public static String ofComplaint(List<Message> texts) {
        return texts.stream()
                .filter(Message::complaint)
                .map(Message::body)
                .findFirst()
                .orElse("");
    }

    /** Whether its words are gone for good. */
    public boolean erased() {
        return salt.length == 0;
    }

    /** Whether it is the complaint's own text. */
    boolean complaint() {
        return kind == Kind.COMPLAINT || kind == Kind.CORRECTION;
    }

    /** The complaint's text in the words that the office put right. */
    Message corrected(String words) {
        return new Message(id, complaintId, at, author, officerId, audience, Kind.CORRECTION, words, salt);
    }

    public String fingerprint() {
        return Chain.fingerprint(salt, body);
    }
}
