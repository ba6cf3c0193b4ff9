package org.tongban.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are believed.
 *
 * @param issuer the one issuer, compared letter by letter
 * @param jwks where its public keys are read, directly and not through this gateway
 * @param audience must be among the token's audiences; empty: any
 * @param clients whose tokens are believed, by the claim {@code azp}; empty: everybody's
 * @param remembered how long a token that verified is taken at its word, never beyond its own end
 * @param keysKept how long the keys are used before they are read again
 * @param keysPause the shortest time between two readings of the keys, whatever keys tokens name
 */
@ConfigurationProperties("tongban.gateway.token")
record TokenSettings(
        @DefaultValue("http://localhost:8080/auth/realms/tongban")
        String issuer,

        @DefaultValue("http://127.0.0.1:8086/auth/realms/tongban/protocol/openid-connect/certs")
        URI jwks,

        @Nullable String audience,
        @DefaultValue({}) List<String> clients,
        @DefaultValue("60s") Duration remembered,
        @DefaultValue("10m") Duration keysKept,
        @DefaultValue("5s") Duration keysPause) {
    TokenSettings {
        clients = List.copyOf(clients);
    }
}
