package org.tongban.application.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;

/** The kinds of documents that the catalogue knows, kept for ten minutes, and longer while it does not answer. */
public final class DocumentKinds {
    private static final Logger log = LoggerFactory.getLogger(DocumentKinds.class);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final FarSide catalog;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.EPOCH);

    private record Known(Set<String> keys, Instant until) {}

    private record Kind(@Nullable String key) {}

    private record Page(
            List<@Nullable Kind> items, @Nullable String next) {}

    public DocumentKinds(FarSide catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @throws FarSideDown when the catalogue has never answered yet */
    public boolean isKnown(String key) {
        Known now = known;
        if (!clock.instant().isBefore(now.until())) {
            now = refreshed(now);
            known = now;
        }
        return now.keys().contains(key);
    }

    private Known refreshed(Known old) {
        try {
            return new Known(catalog.call(DocumentKinds::keys), clock.instant().plus(KEPT));
        } catch (FarSideDown e) {
            if (old.keys().isEmpty()) {
                throw e;
            }
            log.warn("the catalogue does not say its document kinds, the known ones stay: {}", e.getMessage());
            return old;
        }
    }

    private static Set<String> keys(RestClient client) {
        Set<String> keys = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            Page page = page(client, cursor);
            page.items().forEach(kind -> {
                if (kind != null && kind.key() != null) {
                    keys.add(kind.key());
                }
            });
            cursor = page.next();
        }
        return keys;
    }

    private static Page page(RestClient client, String cursor) {
        Page page = client.get()
                .uri(uri -> {
                    UriBuilder kinds = uri.path("/api/catalog/document-kinds");
                    return cursor.isEmpty()
                            ? kinds.build()
                            : kinds.queryParam("cursor", "{cursor}").build(cursor);
                })
                .retrieve()
                .body(Page.class);
        if (page == null || page.items() == null) {
            throw new FarSideDown("catalog");
        }
        return page;
    }
}
