package org.tongban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.Refusal;

/**
 * Bounds and keeps the bodies of state-changing requests; multipart bodies have their own limits. However many callers
 * send slowly, they hold a part of the request threads and each for a short while: the others go on answering.
 */
final class BodyFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String MULTIPART = "multipart/";

    private final WebProperties properties;
    private final HandlerExceptionResolver resolver;
    private final Semaphore bodies;
    private final Semaphore files;

    BodyFilter(WebProperties properties, HandlerExceptionResolver resolver) {
        this.properties = properties;
        this.resolver = resolver;
        bodies = new Semaphore(properties.bodiesAtOnce());
        files = new Semaphore(properties.filesAtOnce());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WITH_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request)) {
            passFile(request, response, chain);
            return;
        }
        HttpServletRequest kept;
        try {
            kept = kept(request);
        } catch (Refusal refused) {
            abandon(request, response, refused);
            return;
        }
        chain.doFilter(kept, response);
    }

    private void passFile(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!files.tryAcquire()) {
            abandon(request, response, new Busy());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            files.release();
        }
    }

    /** The connection ends with the refusal: what is left of the body must never be read as the next request. */
    private void abandon(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        AbandonedBody.mark(request);
        response.setHeader("Connection", "close");
        resolver.resolveException(request, response, null, refusal);
    }

    private HttpServletRequest kept(HttpServletRequest request) {
        if (!bodies.tryAcquire()) {
            throw new Busy();
        }
        try {
            return new KeptBody(request, properties.jsonLimit(), properties.bodyDeadline());
        } catch (IOException broken) {
            throw new BadInput("", "请求内容没有发送完整。", "The body of the request was not sent whole.");
        } finally {
            bodies.release();
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }
}
