package org.tongban.platform.description;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.tongban.platform.security.Role;

/** Who may pass which door: asked of the very rules that keep it, so that what is described is what is done. */
final class Doors {
    private final AuthorizationManager<HttpServletRequest> rules;

    Doors(SecurityFilterChain chain) {
        rules = chain.getFilters().stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(filter -> ((AuthorizationFilter) filter).getAuthorizationManager())
                .findFirst()
                .orElseThrow();
    }

    /** @param path as it is described, {@code /api/application/bags/{bagId}} */
    boolean isOpen(HttpServletRequest asked, String method, String path) {
        return passes(
                new AnonymousAuthenticationToken("stranger", "stranger", authority("ROLE_ANONYMOUS")),
                new Imagined(asked, method, path));
    }

    Set<Role> roles(HttpServletRequest asked, String method, String path) {
        Imagined imagined = new Imagined(asked, method, path);
        Set<Role> passing = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> passes(
                        UsernamePasswordAuthenticationToken.authenticated(
                                role.claim(), "", authority("ROLE_" + role.name())),
                        imagined))
                .forEach(passing::add);
        return passing;
    }

    private boolean passes(Authentication who, HttpServletRequest imagined) {
        AuthorizationResult said = rules.authorize(() -> who, imagined);
        return said != null && said.isGranted();
    }

    private static List<GrantedAuthority> authority(String name) {
        return List.of(new SimpleGrantedAuthority(name));
    }
}
