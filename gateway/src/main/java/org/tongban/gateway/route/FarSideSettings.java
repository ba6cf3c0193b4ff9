package org.tongban.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the far sides are and how much patience they get.
 *
 * @param responseTimeout from the end of a request to the next piece of its answer; streams have none
 * @param connectTimeout for a connection to a far side
 * @param acquireTimeout for a free connection of the pool
 * @param connections the most connections to one far side at once, streams not counted
 * @param breaker when a far side is left in peace
 */
@ConfigurationProperties("tongban.gateway.far-sides")
record FarSideSettings(
        @DefaultValue("http://127.0.0.1:8081") URI identity,
        @DefaultValue("http://127.0.0.1:8082") URI catalog,
        @DefaultValue("http://127.0.0.1:8083") URI application,
        @DefaultValue("http://127.0.0.1:8084") URI tracking,
        @DefaultValue("http://127.0.0.1:8085") URI notification,
        @DefaultValue("http://127.0.0.1:8086") URI keycloak,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration acquireTimeout,
        @DefaultValue("500") int connections,
        @DefaultValue BreakerSettings breaker) {

    /**
     * Counts only what never answered: an answer of 503 is the far side looking after itself.
     *
     * @param failures per cent of failed calls at which it opens
     * @param calls the fewest calls within the window that allow a verdict
     * @param window the time looked back on
     * @param rest how long a far side is left in peace before one call tries it again
     */
    record BreakerSettings(
            @DefaultValue("50") float failures,
            @DefaultValue("10") int calls,
            @DefaultValue("10s") Duration window,
            @DefaultValue("2s") Duration rest) {}
}
