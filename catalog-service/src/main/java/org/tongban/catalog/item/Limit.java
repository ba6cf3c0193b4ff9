package org.tongban.catalog.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit as the guide states it: number, unit and basis, never a bare number of days.
 *
 * @param unit 工作日, 日, 天, 自然日, 当日, 当场, 即时, 小时, 月 or 年
 * @param approver who may grant it, for extensions
 * @param otherwise the limit where it cannot be done on the spot
 */
public record Limit(
        BigDecimal n,
        String unit,
        @Nullable String basis,
        @Nullable String note,
        @Nullable String approver,
        @Nullable Otherwise otherwise) {

    /** The limit where the first one cannot be kept. */
    public record Otherwise(
            BigDecimal n, String unit, @Nullable String note) {}
}
