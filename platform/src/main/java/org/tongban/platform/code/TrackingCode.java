package org.tongban.platform.code;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one code of an application: 15 random characters of Crockford's alphabet and a check character, shown as
 * {@code 7KQ2-M9XT-04HB-ZR50}.
 *
 * <p>Over GF(32) with x⁵ + x² + 1 the characters weighted with α⁰…α¹⁵ sum to zero. The weights are all different and
 * none is zero, so every single substitution and every swap of two places is caught.
 *
 * @param value the 16 characters without hyphens, {@code 7KQ2M9XT04HBZR50}
 */
public record TrackingCode(String value) {

    static final int LENGTH = 16;
    private static final int CHECK = LENGTH - 1;
    private static final int GROUP = 4;

    /** @throws InvalidTrackingCode unless the text is in canonical form and its check character fits */
    public TrackingCode {
        if (value.length() != LENGTH) {
            throw InvalidTrackingCode.shape();
        }
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            int character = Crockford.value(value.charAt(place));
            if (character < 0) {
                throw InvalidTrackingCode.shape();
            }
            sum ^= Gf32.timesAlpha(place, character);
        }
        if (sum != 0) {
            throw InvalidTrackingCode.checkCharacter();
        }
    }

    /**
     * Reads what people type, scan and paste: any case, with or without spaces, dashes and dots between the groups, O for
     * 0, I or L for 1, full-width forms, with a label before it, signs around it, or the address of its page.
     *
     * @throws InvalidTrackingCode if no code is in it even so, or several are
     */
    public static TrackingCode parse(String typed) {
        List<String> words = PastedText.words(typed, LENGTH).stream()
                .map(Crockford::meant)
                .distinct()
                .toList();
        List<TrackingCode> codes =
                words.stream().flatMap(word -> fitting(word).stream()).toList();
        if (codes.size() == 1) {
            return codes.get(0);
        }
        if (words.size() == 1) {
            // says what is wrong with it
            return new TrackingCode(words.get(0));
        }
        throw InvalidTrackingCode.shape();
    }

    private static Optional<TrackingCode> fitting(String word) {
        try {
            return Optional.of(new TrackingCode(word));
        } catch (InvalidTrackingCode none) {
            return Optional.empty();
        }
    }

    /** A new code; the source decides whether anybody can guess it: give {@code SecureRandom} outside of tests. */
    public static TrackingCode draw(RandomGenerator random) {
        char[] characters = new char[LENGTH];
        int sum = 0;
        for (int place = 0; place < CHECK; place++) {
            int drawn = random.nextInt(Crockford.ALPHABET.length());
            characters[place] = Crockford.character(drawn);
            sum ^= Gf32.timesAlpha(place, drawn);
        }
        characters[CHECK] = Crockford.character(Gf32.overAlpha(CHECK, sum));
        return new TrackingCode(new String(characters));
    }

    /** The code as people see it: {@code 7KQ2-M9XT-04HB-ZR50}. */
    public String display() {
        StringBuilder shown = new StringBuilder(value);
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
            shown.insert(at, '-');
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return display();
    }
}
