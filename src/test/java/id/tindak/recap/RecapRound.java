package id.tindak.recap;

import org.springframework.context.ApplicationContext;

/** Lets a test of another module run the recap's jobs at the moment it chooses; the scheduler does not run in tests. */
public final class RecapRound {

    private RecapRound() {}

    /** Opens drafts of periods that are over, and does what is asked for. */
    public static void run(ApplicationContext program) {
        program.getBean(Recaps.class).open();
        work(program);
    }

    public static void work(ApplicationContext program) {
        program.getBean(Recaps.class).work();
    }
}
