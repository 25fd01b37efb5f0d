package id.tindak.channel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Programs of others that a test talks to, as processes; what they say lies in files beside each other. */
final class RealServers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path here;
    private final Map<String, String> environment;
    private final List<Process> started = new ArrayList<>();

    RealServers(Path here, Map<String, String> environment) {
        this.here = here;
        this.environment = environment;
    }

    Process run(String name, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said(name).toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** What it says. */
    Path said(String name) {
        return here.resolve(name + ".log");
    }

    static boolean listening(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void await(String what, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.call()) {
            if (System.nanoTime() > end) throw new AssertionError("waiting: " + what + "\n" + logs());
            Thread.sleep(200);
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(here)) {
            for (Path f : files.filter(p -> p.toString().endsWith(".log")).toList())
                all.append(f.getFileName())
                        .append(":\n")
                        .append(Files.readString(f))
                        .append('\n');
        }
        return all.toString();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends them, the youngest first. */
    @Override
    public void close() throws InterruptedException {
        for (Process p : started.reversed()) {
            p.destroy();
            if (!p.waitFor(10, TimeUnit.SECONDS)) p.destroyForcibly();
        }
    }
}
