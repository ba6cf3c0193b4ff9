package org.tongban.application;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.tongban.platform.security.Role.CITIZEN;
import static org.tongban.platform.security.Role.COUNTER;
import static org.tongban.platform.security.Role.REVIEWER;
import static org.tongban.platform.security.Role.SYSTEM;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.security.Access;

/** Whose paths are whose; whether it is one's own is checked where it is read. */
@Configuration(proxyBeanMethods = false)
class ApplicationAccess {
    private static final String[] STEPS = {
        "claim",
        "acceptance",
        "non-acceptance",
        "correction-notice",
        "suspension",
        "resumption",
        "extension",
        "decision",
        "delivery"
    };

    @Bean
    Access access() {
        return paths -> {
            paths.requestMatchers(GET, "/api/application/calendar").permitAll();
            paths.requestMatchers(GET, "/internal/positions").hasRole(SYSTEM.name());
            paths.requestMatchers(POST, "/internal/positions/{code}/settled").hasRole(SYSTEM.name());
            paths.requestMatchers(GET, "/api/application/documents/{documentId}/content")
                    .hasAnyRole(CITIZEN.name(), REVIEWER.name(), COUNTER.name());
            paths.requestMatchers(GET, "/api/application/looks").hasRole(CITIZEN.name());
            paths.requestMatchers(GET, "/api/application/applications/{code}/cases/{no}/documents")
                    .hasAnyRole(REVIEWER.name(), COUNTER.name());
            paths.requestMatchers(GET, "/api/application/applications/{code}/cases/{no}/applicant")
                    .hasRole(REVIEWER.name());
            paths.requestMatchers("/api/application/documents", "/api/application/documents/**")
                    .hasRole(CITIZEN.name());
            paths.requestMatchers("/api/application/bags", "/api/application/bags/**")
                    .hasRole(CITIZEN.name());
            paths.requestMatchers(POST, "/api/application/applications").hasRole(CITIZEN.name());
            paths.requestMatchers(GET, "/api/application/applications").hasRole(CITIZEN.name());
            paths.requestMatchers(GET, "/api/application/applications/{code}")
                    .hasAnyRole(CITIZEN.name(), REVIEWER.name());
            paths.requestMatchers(
                            POST,
                            "/api/application/applications/{code}/withdrawal",
                            "/api/application/applications/{code}/cases/{no}/correction")
                    .hasRole(CITIZEN.name());
            paths.requestMatchers(GET, "/api/application/worklist").hasRole(REVIEWER.name());
            for (String step : STEPS) {
                paths.requestMatchers(POST, "/api/application/applications/{code}/cases/{no}/" + step)
                        .hasRole(REVIEWER.name());
            }
        };
    }
}
