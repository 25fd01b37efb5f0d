package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps a flood on the public pages or at the doors of the channels away from the officers: each side has its own number of requests that work at the same time, others wait up to two
 * seconds and are then asked to come back. Providers may be many at once, because what they bring is stored together, over one connection. The body is already read and the answer not yet written while a place is held, so slow lines hold none. Jobs have their own share by the number of their threads.
 */
@Component
public class Bulkhead implements AsyncHandlerInterceptor {

    private static final String HELD = Bulkhead.class.getName();
    private static final long WAIT_MILLIS = 2000;

    private final Semaphore visitors;
    private final Semaphore officers;
    private final Semaphore providers;

    Bulkhead(
            @Value("${tindak.bulkhead.public:8}") int visitors,
            @Value("${tindak.bulkhead.officers:8}") int officers,
            @Value("${tindak.bulkhead.providers:64}") int providers) {
        this.providers = new Semaphore(providers, true);
        this.visitors = new Semaphore(visitors, true);
        this.officers = new Semaphore(officers, true);
    }

    static Problem busy() {
        return Problem.of(503, "web.error.503");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!(handler instanceof HandlerMethod method) || request.getAttribute(HELD) != null) return true;
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null || access.platform()) return true;
        List<Access.Who> callers = List.of(access.value());
        boolean outside = callers.contains(Access.Who.PUBLIC) || callers.contains(Access.Who.CLIENT);
        Semaphore side = callers.contains(Access.Who.PROVIDER) ? providers : outside ? visitors : officers;
        if (!side.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) throw busy();
        request.setAttribute(HELD, new Place(side, new AtomicBoolean()));
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        release(request);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        release(request);
    }

    private static void release(HttpServletRequest request) {
        if (request.getAttribute(HELD) instanceof Place place && place.given().compareAndSet(false, true))
            place.side().release();
    }

    private record Place(Semaphore side, AtomicBoolean given) {}
}
