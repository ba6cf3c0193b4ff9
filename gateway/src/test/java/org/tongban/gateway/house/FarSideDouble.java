package org.tongban.gateway.house;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service that writes down what it hears and answers as the test wants: {@code 200 heard} until told otherwise. */
public final class FarSideDouble {
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DisposableServer server;
    private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer = FarSideDouble::plain;

    /** What arrived. The body is only measured. */
    public record Heard(HttpMethod method, String uri, HttpHeaders headers, long body) {}

    private static Publisher<Void> plain(HttpServerRequest request, HttpServerResponse response) {
        return response.sendString(Mono.just("heard"));
    }

    private FarSideDouble(int port) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .handle((request, response) -> request.receive()
                        .map(piece -> (long) piece.readableBytes())
                        .reduce(0L, Long::sum)
                        .flatMap(body -> {
                            heard.add(new Heard(
                                    request.method(),
                                    request.uri(),
                                    request.requestHeaders().copy(),
                                    body));
                            return Mono.from(answer.apply(request, response));
                        }))
                .bindNow();
    }

    public static FarSideDouble anywhere() {
        return new FarSideDouble(0);
    }

    /** Comes back where another one was. */
    public static FarSideDouble at(int port) {
        return new FarSideDouble(port);
    }

    public void answers(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> wanted) {
        answer = wanted;
    }

    /** Hears everything and says nothing. */
    public void fallsSilent() {
        answers((request, response) -> Mono.never());
    }

    /** Hears the whole request and closes the connection without a word. */
    public void hangsUp() {
        answers((request, response) -> {
            request.withConnection(DisposableChannel::dispose);
            return Mono.never();
        });
    }

    public void forget() {
        heard.clear();
        answer = FarSideDouble::plain;
    }

    public List<Heard> heard() {
        return heard;
    }

    /** What callers asked, without what the gateway asks of its own. */
    public List<Heard> calls() {
        return heard.stream().filter(one -> !one.uri().startsWith("/actuator/")).toList();
    }

    /** How many connections are open, used or not. */
    public int connections() {
        return connections.size();
    }

    public Heard last() {
        return heard.get(heard.size() - 1);
    }

    public int port() {
        return server.port();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public void stop() {
        connections.close().awaitUninterruptibly();
        server.disposeNow();
        connections.close().awaitUninterruptibly();
    }
}
