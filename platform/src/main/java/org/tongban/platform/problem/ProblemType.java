package org.tongban.platform.problem;

import java.net.URI;

/**
 * A kind of problem: its address, its HTTP status and its title in both languages (RFC 9457 section 3.1).
 *
 * @param name kebab-case last part of the address, {@code key-reused} in {@code https://tongban.org/problems/key-reused}
 * @param status the HTTP status, 400 to 599
 * @param zh the title in Chinese
 * @param en the title in English
 */
public record ProblemType(String name, int status, String zh, String en) {
    private static final String BASE = "https://tongban.org/problems/";

    public ProblemType {
        if (!name.matches("[a-z0-9-]+") || status < 400 || status > 599) {
            throw new IllegalArgumentException("no problem type: " + name + " " + status);
        }
    }

    public URI uri() {
        return URI.create(BASE + name);
    }
}
