package org.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

/** What a service says of tokens while the keys cannot be read, before and after a restart. */
final class KeysAwayTest {
    private static final String ISSUER = "http://house.example/auth/realms/tongban";
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private final TestStore store = TestStore.open();
    private final HttpServer keycloak;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean away;
    private volatile RSAKey published = FIRST;

    KeysAwayTest() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/certs", exchange -> {
            reads.incrementAndGet();
            byte[] keys = new JWKSet(published.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : keys.length);
            if (!away) {
                exchange.getResponseBody().write(keys);
            }
            exchange.close();
        });
        keycloak.start();
    }

    @AfterEach
    void close() {
        keycloak.stop(0);
        store.close();
    }

    @Test
    void whoStartsWhileKeycloakIsAwayCannotTell() {
        away = true;

        assertThatThrownBy(() -> service(Clock.systemUTC()).decode(signed(FIRST)))
                .isInstanceOf(CheckedTokens.Undecided.class);
    }

    @Test
    void theKeysThatWereKnownOutliveARestart() {
        service(Clock.systemUTC()).decode(signed(FIRST));

        away = true;
        JwtDecoder restarted = service(Clock.systemUTC());

        assertThat(restarted.decode(signed(FIRST)).getSubject()).isEqualTo("citizen");
        assertThatThrownBy(() -> restarted.decode(signed(SECOND)))
                .as("it may be of a newer key")
                .isInstanceOf(CheckedTokens.Undecided.class);
        assertThatThrownBy(() -> restarted.decode(signed(key("first"))))
                .as("forged under a known name")
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void theWatchReadsThemBeforeAnybodyNeedsThem() {
        SecurityProperties properties = properties();
        new SigningKeys(properties, new KeyCopy(store.database(), ISSUER)).look();

        away = true;

        assertThat(service(Clock.systemUTC()).decode(signed(FIRST)).getSubject())
                .isEqualTo("citizen");
    }

    @Test
    void unknownKeysAreTheTokensFaultAndAskedForRarely() {
        JwtDecoder decoder = service(Clock.systemUTC());
        decoder.decode(signed(FIRST));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> decoder.decode(signed(SECOND))).isInstanceOf(BadJwtException.class);
        }

        assertThat(reads.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void aTokenThatVerifiedIsTakenAtItsWordButNeverBeyondItsEnd() {
        TestClock clock = new TestClock(Instant.now());
        SecurityProperties properties = properties();
        SigningKeys keys = new SigningKeys(properties, null);
        JwtDecoder checked = SecurityConfiguration.decoder(keys, properties);
        AtomicInteger verified = new AtomicInteger();
        CheckedTokens decoder = new CheckedTokens(
                token -> {
                    verified.incrementAndGet();
                    return checked.decode(token);
                },
                keys,
                properties,
                clock);
        String token = signed(FIRST);

        decoder.decode(token);
        decoder.decode(token);
        assertThat(verified).hasValue(1);
        clock.tick(Duration.ofSeconds(301));
        decoder.decode(token);

        assertThat(verified).hasValue(2);
    }

    private JwtDecoder service(Clock clock) {
        SecurityProperties properties = properties();
        SigningKeys keys = new SigningKeys(properties, new KeyCopy(store.database(), ISSUER));
        return new SecurityConfiguration.OwnKeys().jwtDecoder(keys, properties, clock);
    }

    private SecurityProperties properties() {
        return new SecurityProperties(
                ISSUER,
                "http://127.0.0.1:" + keycloak.getAddress().getPort() + "/certs",
                "tongban-api",
                List.of("portal"),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1));
    }

    private static String signed(RSAKey key) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("citizen")
                        .audience("tongban-api")
                        .claim("azp", "portal")
                        .claim("typ", "Bearer")
                        .issueTime(Date.from(now.minusSeconds(60)))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
