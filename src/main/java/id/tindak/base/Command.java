package id.tindak.base;

import java.util.List;

/** Something that is done once from the command line, beside the running program or without it, in place of serving pages. */
public interface Command {

    /** The word that calls it, as in {@code --tindak.command=verifikasi}. */
    String word();

    /**
     * Does it, and says on standard output what came of it.
     *
     * @param arguments what was given after the options
     * @return exit code: 0 when all is well
     */
    int run(List<String> arguments);
}
