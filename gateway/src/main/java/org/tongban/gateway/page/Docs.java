package org.tongban.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.tongban.gateway.address.PublicAddress;
import org.tongban.gateway.route.Descriptions;
import reactor.core.publisher.Mono;

/** {@code /docs/openapi.json}: all interfaces in one document, gathered anew once a minute at most. */
@Component
final class Docs {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEPT_IN_PART = Duration.ofSeconds(2);

    private final Descriptions descriptions;
    private final String base;
    private final Mono<Gathered> gathered;

    private record Gathered(List<String> missing, String document) {
        Duration kept() {
            return missing.isEmpty() ? KEPT : KEPT_IN_PART;
        }
    }

    Docs(Descriptions descriptions, PublicAddress address) {
        this.descriptions = descriptions;
        base = address.base().toString();
        gathered = Mono.defer(descriptions::read)
                .map(this::gather)
                .cache(Gathered::kept, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<ServerResponse> openApi(ServerRequest request) {
        return gathered.flatMap(all ->
                ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(all.document()));
    }

    private Gathered gather(Map<String, byte[]> documents) {
        GatheredOpenApi whole = new GatheredOpenApi(base);
        documents.forEach(whole::add);
        List<String> missing = descriptions.services().stream()
                .filter(service -> !documents.containsKey(service))
                .toList();
        whole.lacks(missing);
        return new Gathered(missing, whole.text());
    }
}
