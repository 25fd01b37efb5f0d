package id.tindak.survey;

import id.tindak.base.web.Form;
import java.util.List;

/**
 * The form on a screen.
 *
 * @param elements in the agency's order
 * @param action path to which it is sent
 * @param key for a visitor's form: the same sent twice counts once; empty for an invited reporter's, whose address is good once
 */
public record Questionnaire(
        Form form, Instrument instrument, List<Instrument.Element> elements, String action, String key) {}
