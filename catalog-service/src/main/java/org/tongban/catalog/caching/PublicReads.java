package org.tongban.catalog.caching;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The public reads: each answer has an {@code ETag} (its own, or else a digest of the body) and, where it does not say
 * otherwise as a list does, may be kept for a while;
 * who asks with {@code If-None-Match} is told 304 when nothing has changed.
 *
 * <p>Named one by one, because a path that is not public must never be kept by mistake.
 */
final class PublicReads extends ShallowEtagHeaderFilter {
    private static final List<PathPattern> PATHS = List.of(
                    "/items",
                    "/items/{id}",
                    "/items/{id}/versions",
                    "/items/{id}/versions/{version}",
                    "/items/{id}/faqs",
                    "/suggestions",
                    "/bundles",
                    "/bundles/{key}",
                    "/document-kinds",
                    "/halls",
                    "/divisions",
                    "/departments",
                    "/lists/{listNo}",
                    "/keys",
                    "/power-list",
                    "/service-list",
                    "/negative-list",
                    "/intermediary-services",
                    "/legal-bases",
                    "/legal-bases/articles",
                    "/legal-bases/items",
                    "/faqs",
                    "/announcements")
            .stream()
            .map(path -> PathPatternParser.defaultInstance.parse("/api/catalog" + path))
            .toList();

    private final String cacheControl;

    PublicReads(CachingProperties properties) {
        cacheControl = Objects.requireNonNull(
                CacheControl.maxAge(properties.maxAge()).cachePublic().getHeaderValue());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean read = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return !read || PATHS.stream().noneMatch(pattern -> pattern.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(request, response, (asked, answered) -> {
            chain.doFilter(asked, answered);
            mark((HttpServletResponse) answered);
        });
    }

    private void mark(HttpServletResponse answer) {
        int status = answer.getStatus();
        boolean good = status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
        if (good && !answer.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            answer.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
