package id.tindak.lapor;

import org.springframework.context.ApplicationContext;

/** Lets a test of another module take exports in at the moment it chooses; the scheduler does not run in tests. */
public final class ImportRound {

    private ImportRound() {}

    public static void takeIn(ApplicationContext program) {
        program.getBean(LaporImports.class).takeIn();
    }
}
