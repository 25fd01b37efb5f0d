package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns everything that a page throws into a page with a sentence. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    /** A form that is too old, or that another session or agency handed out: nothing was done, what was typed is kept. */
    static final class ExpiredForm extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ExceptionHandler
    View problem(Problem e, HttpServletRequest request) {
        Page page = pages.of(request);
        boolean again = e.status() == 503 && posted(request);
        return ErrorView.of(e.status(), page, e.title(), e.fault(), again ? ErrorView.Kept.of(request, page) : null);
    }

    @ExceptionHandler
    View expired(ExpiredForm e, HttpServletRequest request) {
        Page page = pages.of(request);
        return ErrorView.of(422, page, new Fault("web.error.expired"), ErrorView.Kept.of(request, page));
    }

    @ExceptionHandler
    View tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return ErrorView.of(413, pages.of(request));
    }

    @ExceptionHandler
    View brokenUpload(MultipartException e, HttpServletRequest request) {
        return ErrorView.of(400, pages.of(request), new Fault("web.error.upload"), null);
    }

    /** An id or date in an address that is none is a page that does not exist. */
    @ExceptionHandler
    View wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return ErrorView.of(404, pages.of(request));
    }

    @ExceptionHandler
    View missing(ServletRequestBindingException e, HttpServletRequest request) {
        return ErrorView.of(400, pages.of(request));
    }

    @ExceptionHandler
    View method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        View view = ErrorView.of(405, pages.of(request));
        String[] allowed = e.getSupportedMethods();
        return allowed == null ? view : view.header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    @ExceptionHandler
    org.springframework.web.servlet.View rest(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof AsyncRequestNotUsableException || response.isCommitted()) return (model, req, res) -> {};
        if (e instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return ErrorView.of(known.getStatusCode().value(), pages.of(request));
        }
        if (badParameters(e)) return ErrorView.of(400, pages.of(request));
        if (busy(e)) return problem(Bulkhead.busy(), request);
        log.error("{} {} failed", request.getMethod(), pages.of(request).path(), e);
        return ErrorView.of(500, pages.of(request));
    }

    /** Tomcat's own complaint about parameters that it cannot decode, or about too many of them. */
    private static boolean badParameters(Exception e) {
        return e.getClass().getName().startsWith("org.apache.tomcat.util.http.");
    }

    private static boolean busy(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLTransientConnectionException;
    }

    private static boolean posted(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }
}
