package org.tongban.catalog.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tongban.catalog.share.CallerShare;
import org.tongban.platform.security.Caller;

/**
 * How many lists each caller may still have: every one is signed and kept, so strangers have a share for each address.
 *
 * <p>Each instance counts for itself.
 */
@Component
final class ListShares {
    private static final int CALLERS = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ListProperties properties;
    private final Clock clock;
    private final Cache<String, Left> callers =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    ListShares(ListProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws ListShareSpent until the share has filled up again */
    void take(Caller caller, HttpServletRequest request) {
        ListProperties.Share share = caller.isAnonymous() ? properties.stranger() : properties.person();
        Instant now = clock.instant();
        Left left = callers.get(CallerShare.of(caller, request), key -> new Left(share, now));
        if (!left.take(now)) {
            throw new ListShareSpent(MINUTE.dividedBy(share.perMinute()), caller.isAnonymous());
        }
    }

    /** What is left to one caller. */
    private static final class Left {
        private final ListProperties.Share share;
        private double lists;
        private Instant at;

        private Left(ListProperties.Share share, Instant now) {
            this.share = share;
            this.lists = share.burst();
            this.at = now;
        }

        private synchronized boolean take(Instant now) {
            double minutes = Math.max(0, Duration.between(at, now).toMillis()) / (double) MINUTE.toMillis();
            lists = Math.min(share.burst(), lists + minutes * share.perMinute());
            at = now;
            boolean some = lists >= 1;
            lists -= some ? 1 : 0;
            return some;
        }
    }
}
