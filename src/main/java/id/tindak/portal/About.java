package id.tindak.portal;

import java.util.List;

/**
 * A page of the agency's own text.
 *
 * @param text paragraphs; empty while the agency has written none
 */
public record About(List<String> text, List<Channel.Line> links) {}
