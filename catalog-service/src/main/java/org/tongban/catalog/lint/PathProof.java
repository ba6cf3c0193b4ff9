package org.tongban.catalog.lint;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How it was shown that every answer path ends in exactly one list.
 *
 * @param method all paths walked, or every two lines, fees and modes held against each other
 * @param paths how many were walked; null when they were not
 * @param product how many there would be if every question were always asked
 * @param pairs how many pairs were looked at
 */
public record PathProof(Method method, @Nullable Integer paths, BigInteger product, int pairs) {

    /** The way of showing it; neither samples. */
    public enum Method {
        ENUMERATED,
        PAIRWISE
    }
}
