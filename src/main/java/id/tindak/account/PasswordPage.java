package id.tindak.account;

import id.tindak.base.web.Form;

/**
 * What the password page shows.
 *
 * @param name whose password
 * @param action where the form goes, a path of this agency
 * @param old whether the present password is asked too
 */
public record PasswordPage(String name, String action, boolean old, Form form) {}
