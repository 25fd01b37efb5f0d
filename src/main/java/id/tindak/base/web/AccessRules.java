package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides every request by the {@link Access} of the handler that would answer it. What is no handler method of ours, or carries no rule, is closed: static files, actuator endpoints and
 * whatever a library adds included. An address that leads nowhere is let through to the 404 page.
 */
@Component
public class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String VERDICT = Verdict.class.getName();
    /** Whoever asks is let through; the handler asks for what proof it needs. */
    private static final Set<Access.Who> OUTSIDE =
            EnumSet.of(Access.Who.PUBLIC, Access.Who.CLIENT, Access.Who.PROVIDER);

    private static final List<String> READING = List.of("GET", "HEAD");

    /** Asked for with the first request, since they are made after us; the same ones for all that follow. */
    private final Supplier<List<HandlerMapping>> mappings;

    private final ObjectProvider<SetupGate> setup;
    private final Pages pages;

    AccessRules(ObjectProvider<HandlerMapping> mappings, ObjectProvider<SetupGate> setup, Pages pages) {
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
        this.setup = setup;
        this.pages = pages;
    }

    /** What became of a request at the door. */
    public enum Verdict implements AuthorizationResult {
        GRANTED,
        /** Signing in may help. */
        SIGN_IN,
        FORBIDDEN,
        /** Not even its existence is told. */
        NOT_FOUND;

        @Override
        public boolean isGranted() {
            return this == GRANTED;
        }

        /** The verdict on this request; FORBIDDEN when none was given. */
        public static Verdict of(HttpServletRequest request) {
            return request.getAttribute(VERDICT) instanceof Verdict verdict ? verdict : FORBIDDEN;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Verdict verdict = judge(context.getRequest());
        context.getRequest().setAttribute(VERDICT, verdict);
        return verdict;
    }

    private Verdict judge(HttpServletRequest request) {
        HandlerExecutionChain chain;
        try {
            chain = handler(request);
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException | ServletRequestBindingException e) {
            return Verdict.GRANTED; // no handler will run; the answer is 405, 415 or 400
        } catch (Exception e) {
            return Verdict.FORBIDDEN;
        }
        if (chain == null) return Verdict.GRANTED; // the answer is 404
        if (!(chain.getHandler() instanceof HandlerMethod method)) return Verdict.FORBIDDEN;
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null) return answersOptions(request, method) ? Verdict.GRANTED : Verdict.FORBIDDEN;
        return judge(request, access);
    }

    private Verdict judge(HttpServletRequest request, Access access) {
        Brand brand = Place.of(request).brand();
        if (brand.isPlatform() && !access.platform()) return Verdict.NOT_FOUND;
        List<Access.Who> allowed = List.of(access.value());
        if (!Collections.disjoint(allowed, OUTSIDE)) return Verdict.GRANTED;
        if (allowed.contains(Access.Who.SETUP)) return setupOpen() ? Verdict.GRANTED : Verdict.NOT_FOUND;
        Signed signed = pages.signed(brand);
        if (signed == null) return Verdict.SIGN_IN;
        boolean writing = !READING.contains(request.getMethod());
        boolean may =
                allowed.stream().anyMatch(signed::may) && !(signed.auditor() && writing && !access.auditorMayPost());
        return may ? Verdict.GRANTED : Verdict.FORBIDDEN;
    }

    private boolean setupOpen() {
        SetupGate gate = setup.getIfAvailable();
        return gate != null && gate.open();
    }

    private @Nullable HandlerExecutionChain handler(HttpServletRequest request) throws Exception {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
        for (HandlerMapping mapping : mappings.get()) {
            HandlerExecutionChain chain = mapping.getHandler(request);
            if (chain != null) return chain;
        }
        return null;
    }

    /** Spring's own answer to OPTIONS: it lists the methods and does nothing. */
    private static boolean answersOptions(HttpServletRequest request, HandlerMethod method) {
        return request.getMethod().equals("OPTIONS")
                && method.getBeanType().getName().endsWith("$HttpOptionsHandler");
    }
}
