package id.tindak.base.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what the web server itself refuses before any filter runs, such as a NUL in an address. The server makes it by its name, hence public. */
public final class UnreadableRequests extends ErrorReportValve {

    public UnreadableRequests() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        int shown = status >= 500 ? 500 : status == 404 ? 404 : 400;
        String title = Texts.get(Texts.DEFAULT, "web.error." + shown + ".title");
        String sentence = Texts.get(Texts.DEFAULT, "web.error." + shown);
        byte[] page = Templates.text(
                        "web/unreadable.jte",
                        Map.of("title", title, "sentence", sentence, "css", Assets.path("warga.css")))
                .getBytes(StandardCharsets.UTF_8);
        try {
            SafetyHeaders.write(request, response);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The visitor did not wait for the error page", e);
        }
    }
}
