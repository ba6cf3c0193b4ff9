package org.tongban.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** What each service publishes about itself: its OpenAPI document. */
@Component
public final class Descriptions {
    private static final Logger log = LoggerFactory.getLogger(Descriptions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FarSides farSides;
    private final Upstreams upstreams;
    private final HttpClient client;

    Descriptions(FarSides farSides, Upstreams upstreams, FarSideClients clients) {
        this.farSides = farSides;
        this.upstreams = upstreams;
        client = clients.forCalls(CallKind.WRITE);
    }

    /** The names of the services. */
    public List<String> services() {
        return farSides.services().stream().map(FarSide::name).sorted().toList();
    }

    /** The documents by the service's name; one that does not answer is left out. */
    public Mono<Map<String, byte[]>> read() {
        return Flux.fromIterable(farSides.services())
                .flatMap(side -> document(side).map(document -> Map.entry(side.name(), document)))
                .collect(TreeMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    private Mono<byte[]> document(FarSide side) {
        URI asked = URI.create("/api/" + side.name() + "/openapi.json");
        return Flux.fromIterable(upstreams.of(side).addresses())
                .filter(address -> !address.breaker().isOpen())
                .concatMap(address -> document(side, address.at(asked)))
                .next();
    }

    private Mono<byte[]> document(FarSide side, URI address) {
        return client.get()
                .uri(address)
                .responseSingle(
                        (answer, body) -> answer.status().code() == 200 ? body.asByteArray() : Mono.<byte[]>empty())
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    log.warn(
                            "no description far-side={} address={} cause={}", side.name(), address, failure.toString());
                    return Mono.empty();
                });
    }
}
