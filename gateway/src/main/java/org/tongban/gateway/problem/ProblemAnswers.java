package org.tongban.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.trace.Trace;
import reactor.core.publisher.Mono;

/** The last stop of everything that went wrong on the way: one problem, whatever was thrown. */
@Component
@Order(-2)
final class ProblemAnswers implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Problems problems;

    ProblemAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(thrown);
        }
        String traceId = Trace.of(exchange).id();
        Refusal refusal = refusal(thrown, traceId);
        String path = exchange.getRequest().getURI().getRawPath();
        HttpHeaders asked = exchange.getRequest().getHeaders();
        Language language = Language.preferredBy(asked.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = problems.write(refusal, language, path, traceId);

        HttpHeaders headers = response.getHeaders();
        headers.clear();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.type().status()));
        headers.set(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.setContentLength(body.length);
        refusal.headers().forEach(headers::set);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Refusal refusal(Throwable thrown, String traceId) {
        Refusal refusal = Refusal.in(thrown);
        if (refusal != null) {
            return refusal;
        }
        if (thrown instanceof ResponseStatusException status) {
            return switch (status.getStatusCode().value()) {
                case 404 -> new Refusal(ProblemType.NOT_FOUND);
                case 405 -> new Refusal(ProblemType.METHOD_NOT_ALLOWED);
                default ->
                    status.getStatusCode().is4xxClientError()
                            ? new Refusal(ProblemType.BAD_INPUT)
                            : internal(thrown, traceId);
            };
        }
        return internal(thrown, traceId);
    }

    private static Refusal internal(Throwable thrown, String traceId) {
        log.error("gateway failed traceId={}", traceId, thrown);
        return new Refusal(ProblemType.INTERNAL);
    }
}
