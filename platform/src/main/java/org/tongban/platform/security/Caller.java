package org.tongban.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the verified token says it. A resource takes one as a method parameter.
 *
 * @param id the token's {@code sub}, {@code anonymous} without a token
 * @param client the client that the token was made for
 * @param roles the realm roles that we know
 * @param department the staff member's department as the items spell it, {@code 市场监管}
 * @param hall the counter's hall, {@code 511602-01}
 * @param window the counter's window, {@code W03}
 * @param division the GB/T 2260 code staff act for, with all below it; a claim that is no code is none
 */
public record Caller(
        String id,
        @Nullable String client,
        Set<Role> roles,
        @Nullable String department,
        @Nullable String hall,
        @Nullable String window,
        @Nullable String division) {
    public static final Caller ANONYMOUS = new Caller("anonymous", null, Set.of(), null, null, null, null);

    public Caller {
        roles = Set.copyOf(roles);
        division = Divisions.isCode(division) ? division : null;
    }

    public boolean isAnonymous() {
        return this.equals(ANONYMOUS);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** True when this staff member acts for that division: it is theirs or lies below it. */
    public boolean actsFor(String other) {
        return division != null && Divisions.holds(division, other);
    }
}
