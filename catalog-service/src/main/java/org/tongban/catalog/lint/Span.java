package org.tongban.catalog.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tongban.catalog.item.Limit;

/**
 * How many calendar days a limit can take, at least and at most; so units can be compared where the answer is certain.
 *
 * @param working whether it counts working days only
 */
record Span(BigDecimal n, boolean working, int least, int most) {
    private static final int LONGEST_HOLIDAY = 9;

    /** @param permit in 行政许可法 日 are working days (art. 82) */
    static Optional<Span> of(Limit limit, boolean permit) {
        BigDecimal n = limit.n();
        int days = n.min(BigDecimal.valueOf(100_000))
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        return switch (limit.unit()) {
            case "当场", "即时" -> Optional.of(new Span(BigDecimal.ZERO, false, 0, 0));
            case "当日" -> Optional.of(new Span(BigDecimal.ONE, false, 0, 1));
            case "小时" -> Optional.of(new Span(n, false, days / 24, days / 24 + 1));
            case "自然日", "天" -> Optional.of(new Span(n, false, days, days));
            case "日" -> Optional.of(permit ? working(n, days) : new Span(n, false, days, days));
            case "工作日" -> Optional.of(working(n, days));
            case "月" -> Optional.of(new Span(n, false, 28 * days, 31 * days));
            case "年" -> Optional.of(new Span(n, false, 365 * days, 366 * days));
            default -> Optional.empty();
        };
    }

    private static Span working(BigDecimal n, int days) {
        return new Span(n, true, days, days == 0 ? 0 : 2 * days + LONGEST_HOLIDAY);
    }

    /** Whether it is certainly longer. */
    boolean exceeds(Span other) {
        boolean both = working && other.working;
        return both ? n.compareTo(other.n) > 0 : least > other.most;
    }
}
