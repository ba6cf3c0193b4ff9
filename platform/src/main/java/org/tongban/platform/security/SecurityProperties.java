package org.tongban.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param issuer the issuer, compared as a string
 * @param jwks where the issuer's keys are read, directly from Keycloak so that a gateway restart stops nobody
 * @param audience must be among a token's audiences; empty: any
 * @param clients whose tokens count, by the claim {@code azp}; empty: everybody's
 * @param keysKept how long the keys are used before they are read again
 * @param keysPause the shortest time between two readings of the keys, whatever keys tokens name
 * @param remembered how long a token that verified is taken at its word, never beyond its own end
 */
@ConfigurationProperties("tongban.security")
public record SecurityProperties(
        String issuer,
        String jwks,
        @DefaultValue("") String audience,
        @DefaultValue({}) List<String> clients,
        @DefaultValue("5m") Duration keysKept,
        @DefaultValue("5s") Duration keysPause,
        @DefaultValue("60s") Duration remembered) {
    public SecurityProperties {
        clients = List.copyOf(clients);
    }
}
