package org.tongban.journeys.bench;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/** Codes, people and times made of a number, the same in every run. */
final class Made {
    static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private static final int CODES_OF_ONE = 5;

    private Made() {}

    static String code(int n) {
        return String.format(Locale.ROOT, "C%015d", n * 7_919L % 1_000_003);
    }

    /** Everybody has five applications, which were not made one after the other. */
    static String owner(int n, int of) {
        return "person-" + n % (of / CODES_OF_ONE);
    }

    static Instant at(int n) {
        return START.plusSeconds(n * 60L);
    }

    static Date date(int n) {
        return Date.from(at(n));
    }

    static String text(int length) {
        return "办".repeat(length / 3);
    }
}
