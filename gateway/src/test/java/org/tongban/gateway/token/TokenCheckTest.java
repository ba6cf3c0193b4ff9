package org.tongban.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.Realm;
import org.tongban.gateway.house.RunningGateway;
import org.tongban.gateway.house.Wire;

final class TokenCheckTest {
    private final RunningGateway gateway = RunningGateway.generous();

    @BeforeEach
    void nobodyWasHeard() {
        assertThat(gateway.farSide("catalog").heard()).isEmpty();
    }

    @Test
    void aTokenOfOurRealmPassesAndTheServiceSeesIt() {
        String token = gateway.realm().tokenOf("citizen");

        call("Bearer " + token).passed();
        call("bearer " + token).passed();

        assertThat(gateway.farSide("catalog").last().headers().get("Authorization"))
                .isEqualTo("bearer " + token);
    }

    @Test
    void withoutATokenTheServicesDecide() {
        gateway.get("/api/catalog/items").passed();

        assertThat(gateway.farSide("catalog").last().headers().contains("Authorization"))
                .isFalse();
    }

    @Test
    void otherSchemesAreForTheFarSide() {
        call("Basic Z292LXNhbXBsZTpnb3Ytc2FtcGxl").passed();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refused("Bearer");
        refused("Bearer abc");
        refused("Bearer a.b.c");
        refused("Bearer " + gateway.realm().tokenOf("citizen") + "x");
    }

    @Test
    void algNoneIsRefused() {
        refused("Bearer " + new PlainJWT(Realm.claims("citizen").build()).serialize());
    }

    @Test
    void anExpiredTokenIsRefused() {
        Date longAgo = Date.from(Instant.now().minusSeconds(600));

        refused("Bearer " + gateway.realm().token("citizen", claims -> claims.expirationTime(longAgo)));
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        refused("Bearer " + gateway.realm().token("citizen", claims -> claims.expirationTime(null)));
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        refused("Bearer "
                + gateway.realm().token("citizen", claims -> claims.issuer("http://house.example/auth/realms/master")));
    }

    @Test
    void aTokenSignedByAnotherKeyOfTheSameNameIsRefused() {
        refused("Bearer " + new Realm().tokenOf("citizen"));
    }

    @Test
    void aTokenSignedByAnUnknownKeyIsRefused() {
        refused("Bearer " + new Realm("unknown").tokenOf("citizen"));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                Realm.claims("citizen").build());
        confused.sign(new MACSigner(gateway.realm().key().toRSAPublicKey().getEncoded()));

        refused("Bearer " + confused.serialize());
    }

    @Test
    void anIdentityTokenIsNoAccessToken() {
        refused("Bearer " + gateway.realm().token("citizen", claims -> claims.claim("typ", "ID")));
    }

    @Test
    void twoTokensAreRefused() throws IOException {
        String token = gateway.realm().tokenOf("citizen");

        try (Wire wire = new Wire(gateway)) {
            wire.say(Wire.head(
                    "GET /api/catalog/items HTTP/1.1",
                    "Host: h",
                    "Connection: close",
                    "Authorization: Bearer " + token,
                    "Authorization: Bearer abc"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 401 ");
        }
        assertThat(gateway.farSide("catalog").heard()).isEmpty();
    }

    @Test
    void aBadTokenIsRefusedOnThePagesAndUnknownPathsToo() {
        gateway.get("/", "Authorization", "Bearer abc").problem(401, "unauthenticated");
        gateway.get("/nowhere", "Authorization", "Bearer abc").problem(401, "unauthenticated");
    }

    @Test
    void theReasonIsSaidInTheCallersLanguage() {
        String bad = "Bearer " + new Realm().tokenOf("citizen");

        assertThat(gateway.get("/api/catalog/items", "Authorization", bad, "Accept-Language", "en-GB,en;q=0.8")
                        .problem(401, "unauthenticated")
                        .path("detail")
                        .asString())
                .contains("its signature does not fit");
        assertThat(call(bad).problem(401, "unauthenticated").path("detail").asString())
                .contains("签名不符");
    }

    private Answer call(String authorization) {
        return gateway.get("/api/catalog/items", "Authorization", authorization);
    }

    private void refused(String authorization) {
        Answer answer = call(authorization);

        answer.problem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        assertThat(gateway.farSide("catalog").heard()).isEmpty();
    }
}
