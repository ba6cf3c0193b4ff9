package org.tongban.gateway.route;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every service that is called, once, whatever number of routes leads to it. */
@Component
final class Upstreams implements DisposableBean {
    private final Map<String, Upstream> byService = new HashMap<>();
    private final FarSideSettings settings;
    private final FarSideClients clients;

    Upstreams(FarSides farSides, FarSideSettings settings, FarSideClients clients) {
        this.settings = settings;
        this.clients = clients;
        farSides.all().forEach(side -> byService.computeIfAbsent(side.service(), service -> upstream(side)));
    }

    Upstream of(FarSide side) {
        return Objects.requireNonNull(byService.get(side.service()), side.service());
    }

    private Upstream upstream(FarSide side) {
        List<UpstreamAddress> addresses = side.addresses().stream()
                .map(base -> new UpstreamAddress(base, breaker(side, base), settings.calls(), settings.uploads()))
                .toList();
        return new Upstream(side.service(), settings.breaker().rest(), addresses);
    }

    private Breaker breaker(FarSide side, URI base) {
        URI health = UpstreamAddress.at(base, side.health(), null);
        Mono<Boolean> well = clients.forCalls(CallKind.READ)
                .get()
                .uri(health)
                .responseSingle(
                        (answer, body) -> body.then(Mono.just(answer.status().code() == 200)));
        boolean alone = side.addresses().size() == 1;
        return new Breaker(side.service() + '@' + base.getRawAuthority(), alone, settings.breaker(), well);
    }

    @Override
    public void destroy() {
        byService
                .values()
                .forEach(upstream -> upstream.addresses()
                        .forEach(address -> address.breaker().dispose()));
    }
}
