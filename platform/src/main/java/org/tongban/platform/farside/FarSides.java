package org.tongban.platform.farside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.FarSideDown;

/**
 * Clients of the other services, by name. Answers are read leniently; a far side that is slow, broken or away becomes
 * {@link FarSideDown}; 4xx answers are the caller's to read.
 */
public final class FarSides {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private final Environment environment;
    private final CircuitBreakerRegistry breakers;
    private final ServiceToken token;

    FarSides(Environment environment, CircuitBreakerRegistry breakers, ServiceToken token) {
        this.environment = environment;
        this.breakers = breakers;
        this.token = token;
    }

    /** One far side. */
    public final class FarSide {
        private final String name;
        private final RestClient client;
        private final CircuitBreaker breaker;

        private FarSide(String name, RestClient client) {
            this.name = name;
            this.client = client;
            this.breaker = breakers.circuitBreaker(name);
        }

        /** @throws FarSideDown when there was no answer below 500 in time */
        public <A> A call(Function<RestClient, A> exchange) {
            try {
                return breaker.executeSupplier(() -> exchange.apply(client));
            } catch (CallNotPermittedException | RestClientException e) {
                throw new FarSideDown(name);
            }
        }
    }

    /** A client without a token, for what is public. */
    public FarSide open(String name) {
        return new FarSide(name, builder(name).build());
    }

    /** A client that calls as this service, with the role {@code system}. */
    public FarSide asSystem(String name) {
        return new FarSide(
                name,
                builder(name)
                        .requestInterceptor((request, body, next) -> {
                            request.getHeaders().setBearerAuth(token.value());
                            return next.execute(request, body);
                        })
                        .build());
    }

    private RestClient.Builder builder(String name) {
        String url = environment.getRequiredProperty("tongban.far-sides." + name);
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(READ);
        return RestClient.builder()
                .baseUrl(url)
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(Json.lenient())))
                .defaultStatusHandler(HttpStatusCode::is4xxClientError, (request, response) -> {});
    }
}
