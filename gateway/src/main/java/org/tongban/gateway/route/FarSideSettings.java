package org.tongban.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the far sides are and how much patience they get. Each is one address or several, with commas between: the
 * instances of that service.
 *
 * @param patience how long an answer is waited for
 * @param connectTimeout for a connection to a far side
 * @param acquireTimeout for a free connection of the pool
 * @param connections the most connections to one address at once, streams not counted
 * @param calls the most calls under way at one address, streams not counted; more are refused at once
 * @param uploads the most uploads under way at one address, counted apart; fewer than the service takes at once
 * @param breaker when an address is left in peace
 */
@ConfigurationProperties("tongban.gateway.far-sides")
record FarSideSettings(
        @DefaultValue("http://127.0.0.1:8081") List<URI> identity,
        @DefaultValue("http://127.0.0.1:8082") List<URI> catalog,
        @DefaultValue("http://127.0.0.1:8083") List<URI> application,
        @DefaultValue("http://127.0.0.1:8084") List<URI> tracking,
        @DefaultValue("http://127.0.0.1:8085") List<URI> notification,
        @DefaultValue("http://127.0.0.1:8086") List<URI> keycloak,
        @DefaultValue Patience patience,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration acquireTimeout,
        @DefaultValue("500") int connections,
        @DefaultValue("96") int calls,
        @DefaultValue("12") int uploads,
        @DefaultValue BreakerSettings breaker) {

    /**
     * From the end of a request to the next piece of its answer.
     *
     * @param read what changes nothing
     * @param write what changes something
     * @param upload files and imports, once they are sent
     * @param download files and exports; also how long a caller may rest in the middle of one
     * @param print what is set in type first
     * @param stream until a stream begins
     * @param streamSilence without a sign of life within a stream; services give one every 15 s
     */
    record Patience(
            @DefaultValue("5s") Duration read,
            @DefaultValue("10s") Duration write,
            @DefaultValue("60s") Duration upload,
            @DefaultValue("60s") Duration download,
            @DefaultValue("30s") Duration print,
            @DefaultValue("10s") Duration stream,
            @DefaultValue("60s") Duration streamSilence) {
        Duration with(CallKind kind) {
            return switch (kind) {
                case READ -> read;
                case WRITE -> write;
                case UPLOAD -> upload;
                case DOWNLOAD -> download;
                case PRINT -> print;
                case STREAM -> stream;
            };
        }
    }

    /**
     * Counts only what never answered: an answer of 503 is the far side looking after itself. Of several
     * addresses one that cannot be reached at all is left in peace at once.
     *
     * @param failures per cent of failed calls at which it opens
     * @param calls the fewest calls within the window that allow a verdict
     * @param window the time looked back on
     * @param rest how long an address is left in peace before the gateway asks after its health, and between two times
     */
    record BreakerSettings(
            @DefaultValue("50") float failures,
            @DefaultValue("10") int calls,
            @DefaultValue("10s") Duration window,
            @DefaultValue("1s") Duration rest) {}
}
