package id.tindak.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers chosen commands as the test says, and all others kindly. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** @param answers by first word of the command, e.g. RCPT → "450 4.2.0 later" */
    ScriptedSmtp(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All commands heard, in order. */
    List<String> said() {
        return said;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException over) {
                // the test closed it, or the client went away
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 uji\r\n");
        out.flush();
        boolean data = false;
        for (String heard = in.readLine(); heard != null; heard = in.readLine()) {
            if (data && !heard.equals(".")) continue;
            String word = data ? "." : heard.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            said.add(heard);
            String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 baik");
            data = word.equals("DATA") && answer.startsWith("354");
            out.print(answer + "\r\n");
            out.flush();
            if (word.equals("QUIT")) return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
