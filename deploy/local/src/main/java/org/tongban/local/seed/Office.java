package org.tongban.local.seed;

import java.util.List;
import java.util.Map;

/**
 * A department of one division that has guides in the catalogue, and who works there on one machine: one person who
 * examines and one who heads it. Passwords are the user names, as of everybody on one machine.
 *
 * @param slug what user names are made of: {@code market-regulation}; with the division where that is not the hall's own
 * @param department as the guides spell it, 市场监管
 * @param division the GB/T 2260 code
 */
public record Office(String slug, String department, String division) {

    /** {@code reviewer-market-regulation} */
    public String reviewer() {
        return "reviewer-" + slug;
    }

    /** {@code head-market-regulation} */
    public String head() {
        return "head-" + slug;
    }

    /** Both as Keycloak imports people. */
    List<Map<String, Object>> people() {
        return List.of(person(reviewer(), "reviewer", "审查员"), person(head(), "head", "负责人"));
    }

    private Map<String, Object> person(String name, String role, String post) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@tongban.example",
                "emailVerified",
                true,
                "lastName",
                department,
                "firstName",
                post,
                "credentials",
                List.of(Map.of("type", "password", "value", name, "temporary", false)),
                "realmRoles",
                List.of(role),
                "attributes",
                Map.of("department", List.of(department), "division", List.of(division)));
    }
}
