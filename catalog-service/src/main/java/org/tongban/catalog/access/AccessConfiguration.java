package org.tongban.catalog.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.tongban.platform.security.Access;
import org.tongban.platform.security.Role;

/** Everybody reads, asks and gets lists; editors bring in what is asked about. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final String ALL = "/api/catalog/**";
    private static final String[] EDITORS = {
        "/api/catalog/flags",
        "/api/catalog/items/*/lint",
        "/api/catalog/items/*/draft",
        "/api/catalog/items/*/draft/**",
        "/api/catalog/items/*/diff",
        "/api/catalog/items/*/history",
        "/api/catalog/items/*/publication",
        "/api/catalog/items/*/suspension",
        "/api/catalog/items/*/resumption",
        "/api/catalog/items/*/withdrawal"
    };

    @Bean
    Access access() {
        return paths -> paths.requestMatchers(EDITORS)
                .hasRole(Role.EDITOR.name())
                .requestMatchers(HttpMethod.GET, ALL)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, ALL)
                .permitAll()
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/catalog/inquiries",
                        "/api/catalog/lists",
                        "/api/catalog/lists/*/revision")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/catalog/imports")
                .hasRole(Role.EDITOR.name())
                .requestMatchers(HttpMethod.PUT, "/api/catalog/reference/*", "/api/catalog/directory")
                .hasRole(Role.EDITOR.name());
    }
}
