package org.tongban.platform.farside;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom this service calls the others, and how long it waits for them.
 *
 * @param clientId its own client in the realm
 * @param clientSecret that client's secret
 * @param tokenUri where its token is made, directly at Keycloak
 * @param connectTimeout how long a connection may take, to Keycloak as well
 * @param readTimeout how long an answer may take, Keycloak's as well
 */
@ConfigurationProperties("tongban.client")
record FarSideProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String tokenUri,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
