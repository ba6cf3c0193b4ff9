package org.tongban.platform.code;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Ids that say nothing about what they name: 128 random bits in 26 lower-case characters. */
public final class OpaqueId {

    private static final int LENGTH = 26;
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{" + (LENGTH - 1) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueId() {}

    /** A new id that nobody can guess: {@code 3v1c9y0n7xk2m8q5r4t6w0z9ab}. */
    public static String next() {
        return next(RANDOM);
    }

    /** A new id out of a source in the test's hand. */
    public static String next(RandomGenerator random) {
        // 25 characters carry 125 bits, the first one the other three
        return Crockford.character(random.nextInt(8))
                + RandomText.crockford(random, LENGTH - 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a text could be such an id; a look-up of any other is in vain. */
    public static boolean isShaped(String text) {
        return SHAPE.matcher(text).matches();
    }
}
