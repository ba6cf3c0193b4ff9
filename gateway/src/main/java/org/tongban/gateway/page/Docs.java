package org.tongban.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.tongban.gateway.address.PublicAddress;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import org.tongban.gateway.route.Descriptions;
import reactor.core.publisher.Mono;

/**
 * {@code /docs/openapi.json}: all interfaces in one document, gathered anew once a minute at most. It is whole or it is
 * refused: who makes code from it would not see what lacks.
 */
@Component
final class Docs {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Descriptions descriptions;
    private final String base;
    private final Mono<String> gathered;
    private final AtomicReference<@Nullable String> lastWhole = new AtomicReference<>();

    Docs(Descriptions descriptions, PublicAddress address) {
        this.descriptions = descriptions;
        base = address.base().toString();
        gathered = Mono.defer(descriptions::read)
                .map(this::gather)
                .cache(whole -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<ServerResponse> openApi(ServerRequest request) {
        return gathered.onErrorResume(
                        Refusal.class,
                        lacking -> Mono.justOrEmpty(lastWhole.get()).switchIfEmpty(Mono.error(lacking)))
                .flatMap(whole -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(whole));
    }

    private String gather(Map<String, byte[]> documents) {
        List<String> silent = descriptions.services().stream()
                .filter(service -> !documents.containsKey(service))
                .toList();
        if (!silent.isEmpty()) {
            throw new Refusal(ProblemType.FAR_SIDE_DOWN, String.join(", ", silent));
        }
        GatheredOpenApi whole = new GatheredOpenApi(base);
        documents.forEach(whole::add);
        String text = whole.text();
        lastWhole.set(text);
        return text;
    }
}
