package org.tongban.tracking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Role;

/**
 * Who may do what here: looking is for whoever has the code, scanning for counters, rating for citizens, anomalies for
 * supervisors, forgetting a stray code for admins.
 */
@Configuration(proxyBeanMethods = false)
class TrackingAccess {
    @Bean
    Access access() {
        return paths -> {
            paths.requestMatchers(HttpMethod.POST, "/api/tracking/scans", "/api/tracking/scans/batch")
                    .hasRole(Role.COUNTER.name());
            paths.requestMatchers(HttpMethod.GET, "/api/tracking/*/card").hasRole(Role.COUNTER.name());
            paths.requestMatchers(HttpMethod.POST, "/api/tracking/*/rating").hasRole(Role.CITIZEN.name());
            paths.requestMatchers(HttpMethod.POST, "/api/tracking/reconciliation/*/forgotten")
                    .hasRole(Role.ADMIN.name());
            paths.requestMatchers("/api/tracking/supervision/**").hasRole(Role.SUPERVISOR.name());
            paths.requestMatchers(HttpMethod.GET, "/api/tracking/**").permitAll();
        };
    }
}
