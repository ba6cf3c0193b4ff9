package org.tongban.platform.security;

/** How administrative divisions (GB/T 2260, six digits) contain each other. */
public final class Divisions {
    private Divisions() {}

    /** A division holds those that begin with it once trailing 00 pairs are cut: 511600 holds 511602. */
    public static boolean holds(String division, String other) {
        String stem = division;
        while (stem.length() > 2 && stem.endsWith("00")) {
            stem = stem.substring(0, stem.length() - 2);
        }
        return other.startsWith(stem);
    }
}
