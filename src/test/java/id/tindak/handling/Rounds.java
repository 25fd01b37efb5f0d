package id.tindak.handling;

import org.springframework.context.ApplicationContext;

/** Lets a test of another module run the engine's jobs at the moment it chooses; the scheduler does not run in tests. */
public final class Rounds {

    private Rounds() {}

    public static void remind(ApplicationContext program) {
        program.getBean(Reminders.class).remind();
    }

    public static void openSideTasks(ApplicationContext program) {
        program.getBean(SideTasks.class).open();
    }
}
