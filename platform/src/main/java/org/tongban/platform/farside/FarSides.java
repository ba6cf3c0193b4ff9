package org.tongban.platform.farside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.trace.Trace;

/**
 * Clients of the other services, by name; a service may have several addresses, one for each of its instances, divided by
 * commas in the setting {@code tongban.far-sides.<name>}.
 */
public final class FarSides {
    private static final Logger log = LoggerFactory.getLogger(FarSides.class);

    private final Environment environment;
    private final CircuitBreakerRegistry breakers;
    private final Clients clients;
    private final ServiceToken token;

    FarSides(
            Environment environment,
            CircuitBreakerRegistry breakers,
            FarSideProperties properties,
            ServiceToken token) {
        this.environment = environment;
        this.breakers = breakers;
        this.clients = new Clients(properties);
        this.token = token;
    }

    /** Where an instance of a far side listens, with a breaker of its own. */
    private record Address(String url, RestClient client, CircuitBreaker breaker) {}

    /**
     * One far side. Answers are read leniently; one that is slow, broken or away becomes {@link FarSideDown}; 4xx answers are
     * the caller's to read.
     *
     * <p>Of several addresses it stays with the one that answered last; when that one fails, the next is asked if the call
     * may be repeated.
     */
    public static final class FarSide {
        private final String name;
        private final List<Address> addresses;
        private final @Nullable ServiceToken token;
        private volatile int preferred;

        private FarSide(String name, List<Address> addresses, @Nullable ServiceToken token) {
            this.name = name;
            this.addresses = List.copyOf(addresses);
            this.token = token;
            this.preferred = ThreadLocalRandom.current().nextInt(addresses.size());
        }

        /** @throws FarSideDown when there was no answer below 500 in time */
        public <A> A call(Function<RestClient, A> exchange) {
            if (token != null) {
                // asked for out here, a sign-on that is away opens no breaker of this far side
                token.value();
            }
            int first = preferred;
            RuntimeException last = null;
            for (int i = 0; i < addresses.size(); i++) {
                int which = (first + i) % addresses.size();
                Address address = addresses.get(which);
                long begun = System.nanoTime();
                Repeatable.forget();
                try {
                    A answer = address.breaker().executeSupplier(() -> exchange.apply(address.client()));
                    preferred = which;
                    return answer;
                } catch (CallNotPermittedException e) {
                    log.debug("{} at {} was not asked: {}", name, address.url(), e.getMessage());
                    last = e;
                } catch (RestClientException e) {
                    log.warn(
                            "{} at {} failed after {} ms, its breaker is {}: {}",
                            name,
                            address.url(),
                            Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                            address.breaker().getState(),
                            reason(e));
                    last = e;
                    if (!Repeatable.after(e)) {
                        break;
                    }
                }
            }
            throw new FarSideDown(name, last);
        }

        /** A status says enough, and a body may hold what is in no log. */
        private static String reason(RestClientException e) {
            return e instanceof RestClientResponseException answer
                    ? "status " + answer.getStatusCode().value()
                    : NestedExceptionUtils.getMostSpecificCause(e).toString();
        }
    }

    /** A client without a token, for what is public. */
    public FarSide open(String name) {
        return new FarSide(name, addresses(name, null), null);
    }

    /** A client that calls as this service, with the role {@code system}. */
    public FarSide asSystem(String name) {
        return new FarSide(name, addresses(name, this::asThisService), token);
    }

    private List<Address> addresses(String name, @Nullable ClientHttpRequestInterceptor identity) {
        List<String> urls = Arrays.stream(environment
                        .getRequiredProperty("tongban.far-sides." + name)
                        .split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalStateException("tongban.far-sides." + name + " names no address");
        }
        CircuitBreaker first = breakers.circuitBreaker(name);
        List<Address> addresses = new ArrayList<>();
        for (String url : urls) {
            RestClient.Builder client =
                    clients.builder(url).requestInterceptor(FarSides::traced).requestInterceptor(Repeatable::note);
            if (identity != null) {
                client.requestInterceptor(identity);
            }
            CircuitBreaker breaker = addresses.isEmpty()
                    ? first
                    : breakers.circuitBreaker(name + "-" + (addresses.size() + 1), first.getCircuitBreakerConfig());
            addresses.add(new Address(url, client.build(), breaker));
        }
        return addresses;
    }

    private static ClientHttpResponse traced(HttpRequest request, byte[] body, ClientHttpRequestExecution next)
            throws IOException {
        String parent = Trace.parent();
        if (parent != null) {
            request.getHeaders().set(Trace.PARENT, parent);
        }
        return next.execute(request, body);
    }

    /** Keys change: a token that is refused is fetched anew, once. */
    private ClientHttpResponse asThisService(HttpRequest request, byte[] body, ClientHttpRequestExecution next)
            throws IOException {
        String first = token.value();
        request.getHeaders().setBearerAuth(first);
        ClientHttpResponse answer = next.execute(request, body);
        if (!answer.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED) || !token.refused(first)) {
            return answer;
        }
        answer.close();
        request.getHeaders().setBearerAuth(token.value());
        return next.execute(request, body);
    }
}
