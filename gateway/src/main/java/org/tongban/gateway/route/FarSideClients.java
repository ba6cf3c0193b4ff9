package org.tongban.gateway.route;

import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
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
    private final Map<CallKind, HttpClient> clients = new EnumMap<>(CallKind.class);

    FarSideClients(FarSideSettings settings) {
        answers = pool("answers", settings.connections(), settings);
        streams = pool("streams", STREAMS, settings);
        HttpClient plain = client(answers, settings);
        for (CallKind kind : CallKind.values()) {
            clients.put(kind, plain.responseTimeout(settings.patience().with(kind)));
        }
        clients.put(
                CallKind.STREAM,
                client(streams, settings)
                        .responseTimeout(settings.patience().stream())
                        .doOnResponse((begun, connection) -> connection
                                .removeHandler(NettyPipeline.ResponseTimeoutHandler)
                                .addHandlerFirst(
                                        "stream-silence",
                                        new ReadTimeoutHandler(
                                                settings.patience()
                                                        .streamSilence()
                                                        .toMillis(),
                                                TimeUnit.MILLISECONDS))));
    }

    HttpClient forCalls(CallKind kind) {
        return Objects.requireNonNull(clients.get(kind));
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
