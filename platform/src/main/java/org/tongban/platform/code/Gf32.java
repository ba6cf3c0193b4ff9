package org.tongban.platform.code;

/** The field of 32 elements with x⁵ + x² + 1, in which α (= 2) runs through all 31 elements other than zero. */
final class Gf32 {

    private static final int ORDER = 31;
    private static final int[] POWER = new int[ORDER];
    private static final int[] LOGARITHM = new int[ORDER + 1];

    static {
        int element = 1;
        for (int exponent = 0; exponent < ORDER; exponent++) {
            POWER[exponent] = element;
            LOGARITHM[element] = exponent;
            element <<= 1;
            if (element > ORDER) {
                element ^= 0b100101;
            }
        }
    }

    private Gf32() {}

    /** α to this power times the element. */
    static int timesAlpha(int exponent, int element) {
        return element == 0 ? 0 : POWER[(LOGARITHM[element] + exponent) % ORDER];
    }

    /** The element divided by α to this power, which is at most 31. */
    static int overAlpha(int exponent, int element) {
        return timesAlpha(ORDER - exponent, element);
    }
}
