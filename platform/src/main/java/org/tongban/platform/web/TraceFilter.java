package org.tongban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongban.platform.trace.Trace;

/** Gives every request the trace id that the gateway gave it (W3C Trace Context), or a new one, for logs and problems. */
final class TraceFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace.begin(request.getHeader(Trace.PARENT));
        try {
            chain.doFilter(request, response);
        } finally {
            Trace.end();
        }
    }
}
