package org.tongban.platform.code;

import java.util.random.RandomGenerator;

/** Random endings of numbers that nobody shall guess. */
public final class RandomText {

    private RandomText() {}

    /** So many characters of Crockford's alphabet, 5 random bits each: {@code 7KQ2M9XT}. */
    public static String crockford(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(Crockford.character(random.nextInt(Crockford.ALPHABET.length())));
        }
        return text.toString();
    }
}
