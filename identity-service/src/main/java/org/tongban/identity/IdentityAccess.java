package org.tongban.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Role;

/**
 * Whoever has a token may see themselves; only citizens prove who they are, staff are known by their office. What is
 * internal is for the services of this house.
 */
@Configuration(proxyBeanMethods = false)
class IdentityAccess {
    @Bean
    Access access() {
        return paths -> paths.requestMatchers(HttpMethod.GET, "/api/identity/me")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/internal/desks", "/internal/people/{id}/name")
                .hasRole(Role.SYSTEM.name())
                .requestMatchers(HttpMethod.POST, "/internal/heads")
                .hasRole(Role.SYSTEM.name())
                .requestMatchers(HttpMethod.POST, "/api/identity/me/verification")
                .hasRole(Role.CITIZEN.name());
    }
}
