package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.database.TestServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The program as a process of its own with the demo world, which can be killed and started again on the same data. */
public final class RunningProgram implements AutoCloseable {

    /** A message that was being sent when the program was killed is held for three minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Path data;
    private final Map<String, String> environment;
    private Process process;
    private String root = "";

    public RunningProgram(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** @param minutesAhead of its clock */
    public void start(int minutesAhead) throws Exception {
        TestServer.shareBinaries(data);
        Path port = data.resolve("port");
        Files.deleteIfExists(port);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                shippedClasses(),
                TindakLater.class.getName(),
                Integer.toString(minutesAhead),
                "--tindak.demo=true",
                "--tindak.port-file=" + port);
        builder.environment()
                .putAll(Map.of(
                        "TINDAK_DATA",
                        data.toString(),
                        "TINDAK_PORT",
                        "0",
                        "TINDAK_PROXIES",
                        "127\\.0\\.0\\.1",
                        "TINDAK_DEMO_PASSWORD",
                        TestWorld.PASSWORD));
        builder.environment().putAll(environment);
        Path log = data.resolve("log-" + minutesAhead);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await("started: " + log, () -> Files.exists(port) && port.toFile().length() > 0 || !process.isAlive());
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        root = "http://127.0.0.1:" + Files.readString(port);
        for (String slug : List.of("cilacap", "sipesut", "saran", "pasuruan", "mojokerto"))
            await("the demo world is there: " + slug, () -> agency(slug).get("/lapor").status == 200);
    }

    /** A visitor of one of the demo's agencies. */
    public Http agency(String slug) {
        return new Http(root, "/" + slug);
    }

    public String root() {
        return root;
    }

    int port() {
        return Integer.parseInt(root.substring(root.lastIndexOf(':') + 1));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** As an orderly stop begins. */
    public void stop() {
        process.destroy();
    }

    public boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (process == null) return;
        stop();
        try {
            if (!ended(Duration.ofMinutes(1))) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The class path without what belongs to the tests, but for {@link TindakLater}. */
    private String shippedClasses() throws Exception {
        Path tests = Path.of(TindakLater.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (Class<?> c : List.of(TindakLater.class, TindakLater.Ahead.class)) {
            String file = c.getName().replace('.', '/') + ".class";
            Files.createDirectories(data.resolve("kelas").resolve(file).getParent());
            Files.copy(tests.resolve(file), data.resolve("kelas").resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(tests)
                        ? data.resolve("kelas").toString()
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void inParallel(int people, Runnable each) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) all.add(threads.submit(each));
            for (Future<?> one : all) one.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static boolean reachable(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    public static void await(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting: " + what).isLessThan(end);
            Thread.sleep(100);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
