package id.tindak.base.web;

import java.io.Serial;

/** Ends a request with an error page: a status and one sentence that says what to do. Thrown by pages when there is nothing else to show. */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Fault fault;
    private final String title;

    private Problem(int status, String title, Fault fault) {
        super(status + " " + fault.key(), null, false, false);
        this.status = status;
        this.title = title;
        this.fault = fault;
    }

    /** @param key text key of the sentence; it replaces the usual sentence of that status */
    public static Problem of(int status, String key, Object... args) {
        return new Problem(status, ErrorView.title(status), new Fault(key, args));
    }

    /** @param key text key of a heading that says more than the status's usual one */
    public Problem titled(String key) {
        return new Problem(status, key, fault);
    }

    /** The same answer for what does not exist and for what this person may not know of. */
    public static Problem notFound() {
        return of(404, "web.error.404");
    }

    public static Problem forbidden() {
        return of(403, "web.error.403");
    }

    public int status() {
        return status;
    }

    /** Text key of the heading. */
    public String title() {
        return title;
    }

    public Fault fault() {
        return fault;
    }
}
