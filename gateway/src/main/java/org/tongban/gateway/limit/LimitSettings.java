package org.tongban.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tongban.gateway.route.CallKind;

/**
 * How much may be asked for.
 *
 * @param person per signed-in person or client, over all its addresses
 * @param address per calling address, of those who are not signed in
 * @param printWeight as how many requests a print counts
 * @param unread how long an answer may wait for a caller who takes nothing of it
 * @param keptBuckets how many persons, and how many addresses, are remembered at most
 */
@ConfigurationProperties("tongban.gateway.limits")
record LimitSettings(
        @DefaultValue Rate person,
        @DefaultValue Rate address,
        @DefaultValue("20") int printWeight,
        @DefaultValue("30s") Duration unread,
        @DefaultValue("100000") int keptBuckets) {

    /** As how many requests this one counts. */
    int weight(ServerHttpRequest request) {
        return CallKind.of(request) == CallKind.PRINT ? printWeight : 1;
    }

    /**
     * A steady rate and what may be drawn at once.
     *
     * @param perSecond requests per second, at least 1
     * @param burst requests at once after a rest, at least 1
     */
    record Rate(
            @DefaultValue("50") long perSecond,
            @DefaultValue("100") long burst) {
        Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate needs at least 1 per second and a burst of 1");
            }
        }

        /** After this long without a request a bucket is full again: forgetting it then gives nothing away. */
        Duration fullAgainAfter() {
            return Duration.ofSeconds(burst / perSecond + 1);
        }
    }
}
