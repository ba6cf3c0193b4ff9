package org.tongban.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of the realm {@code tongban}. Staff accounts do not have the role citizen. */
public enum Role {
    CITIZEN,
    COUNTER,
    REVIEWER,
    /** of a department */
    HEAD,
    SUPERVISOR,
    EDITOR,
    ADMIN,
    SYSTEM;

    /** As the token spells it: {@code reviewer}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
