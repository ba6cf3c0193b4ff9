package org.tongban.application.clock;

/**
 * A stretch of time as the law counts it, {@code 10 工作日}; never a bare number of days.
 *
 * @param n 0 or more
 */
public record Term(int n, Unit unit) {
    public Term {
        if (n < 0) {
            throw new IllegalArgumentException("a term is not negative: " + n);
        }
    }
}
