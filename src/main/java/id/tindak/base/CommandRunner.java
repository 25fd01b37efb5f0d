package id.tindak.base;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Runs the one {@link Command} that was asked for, and ends the program with its exit code. */
@Component
@ConditionalOnProperty("tindak.command")
class CommandRunner implements ApplicationRunner {

    private static final int MISUSE = 64;

    private final ApplicationContext context;
    private final String word;
    private final List<Command> commands;

    CommandRunner(ApplicationContext context, @Value("${tindak.command}") String word, List<Command> commands) {
        this.context = context;
        this.word = word;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int exit = commands.stream()
                .filter(command -> command.word().equals(word))
                .findAny()
                .map(command -> command.run(arguments.getNonOptionArgs()))
                .orElseGet(this::unknown);
        int last = SpringApplication.exit(context, () -> exit);
        System.exit(last);
    }

    @SuppressWarnings("SystemOut")
    private int unknown() {
        System.err.println("tindak: perintah " + word + " tidak dikenal.");
        return MISUSE;
    }
}
