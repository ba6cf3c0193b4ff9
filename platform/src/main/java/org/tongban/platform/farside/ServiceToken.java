package org.tongban.platform.farside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.tongban.platform.problem.FarSideDown;

/**
 * This service's own access token (client credentials, RFC 6749 section 4.4), kept until shortly before it ends or until
 * somebody refuses it. One caller fetches it, the others wait for that one and hold nothing meanwhile.
 */
final class ServiceToken {
    static final String SIGN_ON = "sign-on";
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    /** A token as young as that is not refused for its age: another would be refused as well. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final FarSideProperties properties;
    private final Clock clock;
    private final RestClient client;
    private final AtomicReference<@Nullable CompletableFuture<Held>> underWay = new AtomicReference<>();
    private volatile @Nullable Held held;

    private record Granted(String access_token, long expires_in) {}

    private record Held(String token, Instant since, Instant until) {}

    ServiceToken(FarSideProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.client = new Clients(properties).builder().build();
    }

    /** @throws FarSideDown when Keycloak gives none */
    String value() {
        Held now = good();
        return now == null ? fetched().token() : now.token();
    }

    /**
     * Somebody answered 401 to it.
     *
     * @return true when another one is worth a try
     */
    boolean refused(String token) {
        Held now = held;
        if (now == null || !now.token().equals(token)) {
            return true;
        }
        if (clock.instant().isBefore(now.since().plus(YOUNG))) {
            return false;
        }
        held = null;
        return true;
    }

    private @Nullable Held good() {
        Held now = held;
        return now != null && clock.instant().isBefore(now.until()) ? now : null;
    }

    private Held fetched() {
        CompletableFuture<Held> own = new CompletableFuture<>();
        CompletableFuture<Held> others = underWay.compareAndExchange(null, own);
        if (others != null) {
            return awaited(others);
        }
        try {
            Held meanwhile = good();
            Held fresh = meanwhile == null ? fetch() : meanwhile;
            held = fresh;
            own.complete(fresh);
            return fresh;
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
            throw new FarSideDown(SIGN_ON, e);
        } finally {
            own.cancel(false);
            underWay.set(null);
        }
    }

    private Held awaited(CompletableFuture<Held> others) {
        long patience =
                properties.connectTimeout().plus(properties.readTimeout()).toMillis();
        try {
            return others.get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
            throw new FarSideDown(SIGN_ON, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FarSideDown(SIGN_ON, e);
        }
    }

    private Held fetch() {
        Instant now = clock.instant();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", properties.clientId());
        form.add("client_secret", properties.clientSecret());
        Granted granted = Objects.requireNonNull(client.post()
                .uri(properties.tokenUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Granted.class));
        return new Held(
                granted.access_token(),
                now,
                now.plusSeconds(granted.expires_in()).minus(BEFORE_ITS_END));
    }
}
