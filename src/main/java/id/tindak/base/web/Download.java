package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.servlet.View;

/**
 * A file as the answer of a handler: always saved, never shown or run in the browser. Written after the handler has ended, so that a slow reader keeps nobody waiting.
 */
public final class Download implements View {

    /** Opens the bytes when they are sent; the reader closes them. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private final String name;
    private final String type;
    private final long length;
    private final Source source;

    /**
     * @param name as the browser should save it
     * @param type media type as sniffed by us, never as claimed by the sender
     * @param length in bytes, or negative when unknown
     */
    public Download(String name, String type, long length, Source source) {
        this.name = name;
        this.type = type;
        this.length = length;
        this.source = source;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, no-store");
        if (length >= 0) response.setContentLengthLong(length);
        if (request.getMethod().equals("HEAD")) return;
        try (InputStream in = source.open()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
