package org.tongban.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Role;

/** The inbox is a citizen's own; positions are for the other services. */
@Configuration(proxyBeanMethods = false)
class NotificationAccess {
    @Bean
    Access access() {
        return paths -> paths.requestMatchers("/api/notification/inbox/**")
                .hasRole(Role.CITIZEN.name())
                .requestMatchers("/internal/positions", "/internal/positions/{code}/settled")
                .hasRole(Role.SYSTEM.name());
    }
}
