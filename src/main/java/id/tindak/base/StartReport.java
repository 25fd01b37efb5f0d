package id.tindak.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal how to open the program once it serves, and whoever asked for a file of it, the port. */
@Component
@ConditionalOnProperty(name = "tindak.command", matchIfMissing = true, havingValue = "none")
class StartReport {

    private final String address;
    private final String portFile;
    private final boolean demo;
    private int port;

    StartReport(
            @Value("${server.address}") String address,
            @Value("${tindak.port-file:}") String portFile,
            @Value("${tindak.demo}") boolean demo) {
        this.demo = demo;
        this.address = address;
        this.portFile = portFile;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null)
            port = event.getWebServer().getPort();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        if (!demo) System.out.println(sentence()); // the demo world says it together with its sign-ins
        if (!portFile.isBlank()) Files.writeString(Path.of(portFile), Integer.toString(port));
    }

    private String sentence() {
        boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
        boolean here = address.equals("127.0.0.1") || address.equals("::1") || address.equals("localhost");
        String open = "\nTindak siap: buka http://" + (everywhere ? "<alamat mesin ini>" : address) + ":" + port
                + "/   (hentikan dengan Ctrl-C)";
        return here
                ? open + "\nHanya dapat dibuka dari mesin ini; untuk jaringan, mulai dengan TINDAK_LISTEN=0.0.0.0"
                : open;
    }
}
