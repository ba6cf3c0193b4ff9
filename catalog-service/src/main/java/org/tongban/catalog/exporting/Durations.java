package org.tongban.catalog.exporting;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongban.catalog.item.Limit;

/**
 * Limits as ISO 8601 durations, which know no working days.
 *
 * <p>工作日, and 日 that 行政许可法 art. 82 counts as working days, have no such form and stay words.
 */
final class Durations {
    private Durations() {}

    static Optional<String> of(Limit limit) {
        Optional<String> whole = whole(limit.n());
        return switch (limit.unit()) {
            case "当场", "即时" -> Optional.of("PT0S");
            case "小时" -> whole.map(n -> "PT" + n + "H");
            case "天", "自然日" -> whole.map(n -> "P" + n + "D");
            case "月" -> whole.map(n -> "P" + n + "M");
            case "年" -> whole.map(n -> "P" + n + "Y");
            default -> Optional.empty();
        };
    }

    private static Optional<String> whole(BigDecimal n) {
        BigDecimal bare = n.stripTrailingZeros();
        return bare.scale() <= 0 && bare.signum() >= 0 ? Optional.of(bare.toPlainString()) : Optional.empty();
    }
}
