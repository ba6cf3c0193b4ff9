package org.tongban.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Realm;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

final class TokensTest {
    private static final Realm STRANGER = new Realm("unknown");
    private static final Realm OURS = new Realm();

    private final AtomicInteger readings = new AtomicInteger();
    private volatile boolean down;
    private final DisposableServer keys = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                readings.incrementAndGet();
                return down ? response.status(503).send() : response.sendString(Mono.just(OURS.keys()));
            })
            .bindNow();

    @AfterEach
    void stop() {
        keys.disposeNow();
    }

    @Test
    void aTokenForAnotherAudienceIsRefusedWhereOneIsAskedFor() throws MalformedURLException {
        Tokens tokens = tokens("tongban", Clock.systemUTC());

        assertThat(verified(tokens, OURS.token("citizen", claims -> claims.audience("tongban"))))
                .isEqualTo("citizen");
        assertRefused(tokens, OURS.token("citizen", claims -> claims.audience("other")), ProblemType.UNAUTHENTICATED);
        assertRefused(tokens, OURS.tokenOf("citizen"), ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aTokenOfAClientThatIsNoneOfOursIsRefused() throws MalformedURLException {
        Tokens tokens = tokens(null, Clock.systemUTC());

        assertThat(verified(tokens, OURS.token("citizen", claims -> claims.claim("azp", "portal"))))
                .isEqualTo("citizen");
        assertRefused(
                tokens, OURS.token("citizen", claims -> claims.claim("azp", "admin-cli")), ProblemType.UNAUTHENTICATED);
        assertRefused(tokens, OURS.token("citizen", claims -> claims.claim("azp", null)), ProblemType.UNAUTHENTICATED);
    }

    @Test
    void withoutKeysATokenIsNeitherGoodNorBad() throws MalformedURLException {
        down = true;
        Tokens tokens = tokens(null, Clock.systemUTC());

        assertRefused(tokens, OURS.tokenOf("citizen"), ProblemType.KEYS_UNAVAILABLE);
    }

    @Test
    void keysOnceReadServeThroughAnOutage() throws MalformedURLException {
        Tokens tokens = tokens(null, Clock.systemUTC());
        assertThat(verified(tokens, OURS.tokenOf("one"))).isEqualTo("one");

        down = true;

        assertThat(verified(tokens, OURS.tokenOf("two"))).isEqualTo("two");
        assertRefused(tokens, STRANGER.tokenOf("citizen"), ProblemType.UNAUTHENTICATED);
    }

    @Test
    void unknownKeysDoNotMakeUsAskAgainAndAgain() throws MalformedURLException {
        Tokens tokens = tokens(null, Clock.systemUTC());
        verified(tokens, OURS.tokenOf("citizen"));

        for (int at = 0; at < 20; at++) {
            assertRefused(tokens, STRANGER.tokenOf("citizen"), ProblemType.UNAUTHENTICATED);
        }

        assertThat(readings.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void aRememberedTokenIsForgottenAtItsEnd() throws MalformedURLException {
        String token = OURS.tokenOf("citizen");
        Tokens early = tokens(null, Clock.systemUTC());
        Tokens late = tokens(null, Clock.fixed(Instant.now().plusSeconds(301), ZoneOffset.UTC));
        assertThat(early.known(token)).isNull();

        verified(early, token);
        verified(late, token);

        assertThat(early.known(token)).isNotNull();
        assertThat(late.known(token)).isNull();
    }

    private Tokens tokens(@Nullable String audience, Clock clock) throws MalformedURLException {
        TokenSettings settings = new TokenSettings(
                Realm.ISSUER,
                URI.create("http://127.0.0.1:" + keys.port()),
                audience,
                List.of("portal"),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1));
        return new Tokens(settings, new Keys(settings), clock);
    }

    private static @Nullable String verified(Tokens tokens, String token) {
        return tokens.verify(token).map(SignedIn::subject).block(Duration.ofSeconds(10));
    }

    private static void assertRefused(Tokens tokens, String token, ProblemType type) {
        assertThatThrownBy(() -> verified(tokens, token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
