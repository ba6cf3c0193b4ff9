package org.tongban.platform.farside;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom this service calls the others.
 *
 * @param clientId its own client in the realm
 * @param clientSecret that client's secret
 * @param tokenUri where its token is made, directly at Keycloak
 */
@ConfigurationProperties("tongban.client")
record FarSideProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String tokenUri) {}
