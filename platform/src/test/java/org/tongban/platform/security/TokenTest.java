package org.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens a service believes by itself, whatever stands before it. */
final class TokenTest {
    private static final String ISSUER = "http://house.example/auth/realms/tongban";
    private static final RSAKey OURS = key("first");

    private final HttpServer keys;
    private final JwtDecoder decoder;

    TokenTest() throws IOException {
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SecurityProperties properties = new SecurityProperties(
                ISSUER,
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/certs",
                "tongban-api",
                List.of("portal"),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1));
        SigningKeys source = new SigningKeys(properties, null);
        decoder = new SecurityConfiguration.OwnKeys().jwtDecoder(source, properties, Clock.systemUTC());
    }

    @BeforeEach
    void publish() {
        byte[] published = new JWKSet(OURS.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        keys.start();
    }

    @AfterEach
    void stop() {
        keys.stop(0);
    }

    @Test
    void anAccessTokenOfOurRealmIsBelieved() throws JOSEException {
        assertThat(decoder.decode(signed(OURS, claims -> claims)).getSubject()).isEqualTo("citizen");
    }

    @Test
    void anExpiredOneIsNot() throws JOSEException {
        Date before = Date.from(Instant.now().minus(Duration.ofSeconds(30)));

        refused(signed(OURS, claims -> claims.expirationTime(before)));
    }

    @Test
    void oneOfAnotherRealmIsNot() throws JOSEException {
        refused(signed(OURS, claims -> claims.issuer("http://house.example/auth/realms/master")));
    }

    @Test
    void oneSignedByAnotherKeyOfTheSameNameIsNot() throws JOSEException {
        refused(signed(key("first"), claims -> claims));
    }

    @Test
    void anUnsignedOneIsNot() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void oneSignedWithThePublicKeyAsASecretIsNot() throws JOSEException {
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        confused.sign(new MACSigner(OURS.toRSAPublicKey().getEncoded()));

        refused(confused.serialize());
    }

    @Test
    void anIdentityTokenIsNoAccessToken() throws JOSEException {
        refused(signed(OURS, claims -> claims.claim("typ", "ID")));
    }

    @Test
    void oneThatWasMadeForSomethingElseIsNot() throws JOSEException {
        assertThat(decoder.decode(signed(OURS, claims -> claims.audience(List.of("account", "tongban-api"))))
                        .getSubject())
                .isEqualTo("citizen");
        refused(signed(OURS, claims -> claims.audience("account")));
        refused(signed(OURS, claims -> claims.audience(List.of())));
    }

    @Test
    void oneOfAClientThatIsNoneOfOursIsNot() throws JOSEException {
        refused(signed(OURS, claims -> claims.claim("azp", "admin-cli")));
        refused(signed(OURS, claims -> claims.claim("azp", null)));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                change.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("citizen")
                .audience("tongban-api")
                .claim("azp", "portal")
                .claim("typ", "Bearer")
                .issueTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
