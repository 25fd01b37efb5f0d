package id.tindak.base.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler method. Every handler carries one: a route without it answers 403 to everybody, so that a forgotten rule closes a page instead of opening it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** Any one of these is enough. */
    Who[] value();

    /** True for routes of the installation itself, which answer without an agency (list of agencies, set-up, health). */
    boolean platform() default false;

    /** False only for machine callers that prove themselves otherwise: unsafe methods then need no form token. */
    boolean formToken() default true;

    /** True for the few posts that an auditor may send, such as signing out: everything else is reading. */
    boolean auditorMayPost() default false;

    enum Who {
        PUBLIC,
        /** A signed-in officer of this very agency, administrators included, auditors not. */
        OFFICER,
        /** An administrator of this very agency. */
        ADMIN,
        /** An auditor of this very agency, within the dates of the mandate; may only read. */
        AUDITOR,
        /** A program with a key of this agency. The handler itself asks for the key, which no session replaces; it brings no form token. */
        CLIENT,
        /** A messaging provider at the door of its account. The handler itself asks for the proof, and answers without waiting for anything but the storing. */
        PROVIDER,
        /** Anybody, while the installation still waits for its first administrator; otherwise the route is 404. */
        SETUP
    }
}
