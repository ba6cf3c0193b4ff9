package org.tongban.platform.kit;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.platform.security.Role;

/** Callers for resource tests: requests with a verified token of that person. */
public final class Tokens {
    private Tokens() {}

    public static RequestPostProcessor citizen(String sub) {
        return caller(sub, Role.CITIZEN, Map.of());
    }

    public static RequestPostProcessor reviewer(String sub, String department, String division) {
        return caller(sub, Role.REVIEWER, Map.of("department", department, "division", division));
    }

    public static RequestPostProcessor counter(String sub, String hall, String window) {
        return caller(sub, Role.COUNTER, Map.of("hall", hall, "window", window, "division", hall.substring(0, 6)));
    }

    public static RequestPostProcessor caller(String sub, Role role, Map<String, String> claims) {
        Jwt.Builder token = Jwt.withTokenValue("verified")
                .header("alg", "RS256")
                .subject(sub)
                .claim("realm_access", Map.of("roles", List.of(role.claim())));
        claims.forEach(token::claim);
        return SecurityMockMvcRequestPostProcessors.authentication(new JwtAuthenticationToken(
                token.build(), List.of(new SimpleGrantedAuthority("ROLE_" + role.name())), sub));
    }
}
