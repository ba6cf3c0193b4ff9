package org.tongban.gateway.page;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/** The gateway's own addresses: {@code /}, {@code /docs} with its files, and {@code /t/{code}} of the QR codes. */
@Configuration(proxyBeanMethods = false)
class Pages {
    private static final MediaType SCRIPT = new MediaType("text", "javascript");
    private static final MediaType STYLE = new MediaType("text", "css");

    /** What may stand for a code; whether it is one is for tracking to say. */
    private static final int LONGEST_CODE = 200;

    @Bean
    RouterFunction<ServerResponse> ownPages(Docs docs) throws IOException {
        return RouterFunctions.route()
                .GET("/", page("index.html", MediaType.TEXT_HTML))
                .GET("/docs", page("docs.html", MediaType.TEXT_HTML))
                .GET("/docs/openapi.json", docs::openApi)
                .GET("/docs/docs.js", page("docs.js", SCRIPT))
                .GET("/docs/style.css", page("style.css", STYLE))
                .GET("/t/{code}", Pages::timeline)
                .build();
    }

    private static HandlerFunction<ServerResponse> page(String file, MediaType type) throws IOException {
        byte[] content = new ClassPathResource("page/" + file).getContentAsByteArray();
        return request -> ServerResponse.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .bodyValue(content);
    }

    private static Mono<ServerResponse> timeline(ServerRequest request) {
        String code = request.pathVariable("code");
        return code.length() <= LONGEST_CODE
                ? ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create("/api/tracking/" + UriUtils.encode(code, StandardCharsets.UTF_8)))
                        .build()
                : Mono.error(new Refusal(ProblemType.NOT_FOUND));
    }
}
