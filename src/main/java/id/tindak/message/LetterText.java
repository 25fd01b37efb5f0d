package id.tindak.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mail, before they are set as text and as HTML.
 *
 * @param paragraphs of the body, in order
 * @param quoted what somebody typed; null when none goes along
 * @param link with the secret code, or to the desk for officers; null for a message that concerns no complaint
 * @param open what the link says
 * @param secret what has to be known of the link: that it is a key, or how to change which mails come
 */
public record LetterText(
        String subject,
        String greeting,
        List<String> paragraphs,
        @Nullable String quoted,
        @Nullable String link,
        String open,
        String secret,
        List<String> signature) {}
