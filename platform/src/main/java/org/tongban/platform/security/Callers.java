package org.tongban.platform.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads a caller out of a verified token. */
final class Callers {
    private Callers() {}

    static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token ? of(token.getToken()) : Caller.ANONYMOUS;
    }

    static Caller of(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "sub"),
                token.getClaimAsString("azp"),
                roles(token),
                token.getClaimAsString("department"),
                token.getClaimAsString("hall"),
                token.getClaimAsString("window"),
                token.getClaimAsString("division"));
    }

    static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        if (access != null && access.get("roles") instanceof Collection<?> names) {
            names.forEach(name -> Role.of(String.valueOf(name)).ifPresent(roles::add));
        }
        return roles;
    }
}
