package id.tindak.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What postmaster.pid says about a server that runs, or ran until it was killed. {@code pid} is 0 when there is none. */
record Postmaster(long pid, int port, String state) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    static Postmaster read(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) return new Postmaster(0, 0, "");
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) return new Postmaster(0, 0, ""); // killed while it wrote the file
        return new Postmaster(
                Long.parseLong(lines.get(PID_LINE).strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()),
                lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "");
    }

    /** Whether a PostgreSQL still has this process number, which another program may have been given since. */
    boolean isAlive() {
        if (pid == 0) return false;
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    boolean isReady() {
        return state.equals("ready");
    }
}
