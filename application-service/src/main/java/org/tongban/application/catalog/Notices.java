package org.tongban.application.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;

/** What the catalogue says has become of the items of a list, kept for half a minute. */
public final class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final FarSide catalog;
    private final Cache<Asked, List<Notice>> known;

    private record Asked(String listNo, String language) {}

    private record Standing(@Nullable List<@Nullable Notice> items) {}

    public Notices(FarSide catalog, Clock clock) {
        this.catalog = catalog;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @return null when the catalogue does not say now, which stops nobody from filling a bag */
    public @Nullable List<Notice> of(String listNo, Locale locale) {
        Asked asked = new Asked(listNo, locale.toLanguageTag());
        List<Notice> before = known.getIfPresent(asked);
        if (before != null) {
            return before;
        }
        try {
            List<Notice> notices = catalog.call(client -> get(client, asked));
            known.put(asked, notices);
            return notices;
        } catch (FarSideDown e) {
            log.warn("the catalogue does not say what has become of list {}: {}", listNo, e.getMessage());
            return null;
        }
    }

    private static List<Notice> get(RestClient client, Asked asked) {
        return client.get()
                .uri("/api/catalog/lists/{listNo}/standing", asked.listNo())
                .header(HttpHeaders.ACCEPT_LANGUAGE, asked.language())
                .exchange((request, response) -> {
                    if (response.getStatusCode().value() == 404) {
                        return List.of();
                    }
                    Standing standing = response.bodyTo(Standing.class);
                    if (!response.getStatusCode().is2xxSuccessful() || standing == null || standing.items() == null) {
                        throw new FarSideDown("catalog");
                    }
                    return standing.items().stream()
                            .flatMap(notice -> notice != null && notice.isNews() ? Stream.of(notice) : Stream.of())
                            .toList();
                });
    }
}
