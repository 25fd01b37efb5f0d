package id.tindak.base.web;

/** Says whether the installation still waits for its first administrator; without such a bean it never does. */
public interface SetupGate {

    boolean open();

    /** Where the set-up page lies, e.g. "/pasang". */
    String path();
}
