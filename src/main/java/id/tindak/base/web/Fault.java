package id.tindak.base.web;

/**
 * What is wrong with one field of a form.
 *
 * @param key text key of a sentence that says what to do
 */
public record Fault(String key, Object... args) {}
