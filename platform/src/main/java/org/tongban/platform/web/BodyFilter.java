package org.tongban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Bounds and keeps the bodies of state-changing requests; multipart bodies have their own limits. */
final class BodyFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String MULTIPART = "multipart/";

    private final int limit;
    private final HandlerExceptionResolver resolver;

    BodyFilter(int limit, HandlerExceptionResolver resolver) {
        this.limit = limit;
        this.resolver = resolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !WITH_BODY.contains(request.getMethod())
                || (type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeptBody kept;
        try {
            kept = new KeptBody(request, limit);
        } catch (BodyTooLarge e) {
            resolver.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(kept, response);
    }
}
