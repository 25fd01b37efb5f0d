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
        if (!type.startsWith("text/")) response.setCharacterEncoding((String) null); // bytes have none
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, no-store");
        ByteRange part = part(request);
        long size = part == null ? length : part.length();
        if (part != null) {
            response.setStatus(
                    part.none()
                            ? HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE
                            : HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    "Content-Range", "bytes " + (part.none() ? "*" : part.first() + "-" + part.last()) + "/" + length);
        }
        if (heard()) response.setHeader("Accept-Ranges", "bytes");
        if (size >= 0) response.setContentLengthLong(size);
        if (request.getMethod().equals("HEAD") || size == 0) return;
        try (InputStream in = source.open()) {
            if (part == null) in.transferTo(response.getOutputStream());
            else {
                in.skipNBytes(part.first());
                response.getOutputStream().write(in.readNBytes(Math.toIntExact(size)));
            }
        }
    }

    /** Players ask for parts. Other files are saved as a whole. */
    private boolean heard() {
        return length >= 0 && type.startsWith("audio/");
    }

    /** Nothing says here which version a part was begun of, so a part under a condition is the whole. */
    private @Nullable ByteRange part(HttpServletRequest request) {
        boolean plain = request.getMethod().equals("GET") && request.getHeader("If-Range") == null;
        return heard() && plain ? ByteRange.read(request.getHeader("Range"), length) : null;
    }
}
