package org.tongban.gateway.route;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connections to the far sides: a bounded pool for answers, another for streams, so that many people watching never
 * keep one from submitting. Nothing is sent twice on its own: a command that may have arrived is the caller's to
 * repeat, with its Idempotency-Key.
 */
@Component
final class FarSideClients implements DisposableBean {
    /** Shorter than the idle time of the far sides' servers: a connection at rest is closed from here, not from there. */
    private static final Duration REST = Duration.ofSeconds(8);

    private static final int STREAMS = 20_000;

    private final ConnectionProvider answers;
    private final ConnectionProvider streams;
    private final HttpClient forAnswers;
    private final HttpClient forStreams;

    FarSideClients(FarSideSettings settings) {
        answers = pool("answers", settings.connections(), settings);
        streams = pool("streams", STREAMS, settings);
        forStreams = client(streams, settings);
        forAnswers = client(answers, settings).responseTimeout(settings.responseTimeout());
    }

    HttpClient forAnswers() {
        return forAnswers;
    }

    HttpClient forStreams() {
        return forStreams;
    }

    private static ConnectionProvider pool(String name, int connections, FarSideSettings settings) {
        return ConnectionProvider.builder(name)
                .maxConnections(connections)
                .pendingAcquireMaxCount(2 * connections)
                .pendingAcquireTimeout(settings.acquireTimeout())
                .maxIdleTime(REST)
                .lifo()
                .build();
    }

    private static HttpClient client(ConnectionProvider pool, FarSideSettings settings) {
        return HttpClient.create(pool)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .disableRetry(true)
                .httpResponseDecoder(limits -> limits.maxHeaderSize(32 * 1024));
    }

    @Override
    public void destroy() {
        answers.dispose();
        streams.dispose();
    }
}
