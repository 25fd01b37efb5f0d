package id.tindak.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what lies on the disk while large bodies arrive: so many at once in all, and fewer from one address. Whoever comes then is asked to come back, before anything is read; small
 * bodies, which every complaint without pictures is, always pass.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BigUploads extends OncePerRequestFilter {

    private static final long BIG = 2_000_000;
    private static final int AT_ONCE = 24;
    private static final int PER_CLIENT = 6;

    private final Pages pages;
    private final Semaphore all = new Semaphore(AT_ONCE);
    private final ConcurrentHashMap<String, Integer> clients = new ConcurrentHashMap<>();

    BigUploads(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean unknown = length < 0 && request.getHeader("Transfer-Encoding") != null;
        return length <= BIG && !unknown;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = Pages.client(request.getRemoteAddr());
        boolean fair = clients.merge(client, 1, Integer::sum) <= PER_CLIENT;
        try {
            if (!fair || !all.tryAcquire()) {
                ErrorView.of(503, pages.of(request)).render(null, request, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                all.release();
            }
        } finally {
            clients.computeIfPresent(client, (k, n) -> n <= 1 ? null : n - 1);
        }
    }
}
