package id.tindak.message;

import org.springframework.context.ApplicationContext;

/** Lets a test of another module send what waits, at the moment it chooses; the scheduler does not run in tests. */
public final class PostRound {

    private PostRound() {}

    public static void deliver(ApplicationContext program) {
        program.getBean(Postman.class).deliver();
    }
}
