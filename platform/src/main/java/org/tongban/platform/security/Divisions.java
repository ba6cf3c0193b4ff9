package org.tongban.platform.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How administrative divisions (GB/T 2260, six digits) contain each other. */
public final class Divisions {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private Divisions() {}

    /** Whether it has the shape of a code; a shorter text would stand for far more than anybody meant. */
    public static boolean isCode(@Nullable String text) {
        return text != null && CODE.matcher(text).matches();
    }

    /**
     * A division holds those that begin with it once trailing 00 pairs are cut: 511600 holds 511602. What is no code
     * holds nothing.
     */
    public static boolean holds(String division, String other) {
        if (!isCode(division)) {
            return false;
        }
        String stem = division;
        while (stem.length() > 2 && stem.endsWith("00")) {
            stem = stem.substring(0, stem.length() - 2);
        }
        return other.startsWith(stem);
    }
}
