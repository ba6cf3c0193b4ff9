package org.tongban.identity.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is known who reviews.
 *
 * @param realm the path of the realm's admin API at Keycloak
 * @param every the pause between two looks
 * @param pause how soon after a look one that asks in vain causes another
 */
@ConfigurationProperties("tongban.desk")
record DeskProperties(
        @DefaultValue("/auth/admin/realms/tongban") String realm,
        @DefaultValue("1m") Duration every,
        @DefaultValue("5s") Duration pause) {}
