package org.tongban.catalog.item;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit as the guide states it: number, unit and basis, never a bare number of days.
 *
 * @param unit 工作日, 日, 天, 自然日, 当日, 当场, 即时, 小时, 月 or 年
 * @param approver who may grant it, for extensions
 * @param otherwise the limit where it cannot be done on the spot
 * @param byStage the limits of its stages by their names, where the guide parts it
 */
public record Limit(
        BigDecimal n,
        String unit,
        @Nullable String basis,
        @Nullable String note,
        @Nullable String approver,
        @Nullable Otherwise otherwise,
        @Nullable Map<String, Stage> byStage) {
    private static final Set<String> AT_ONCE = Set.of("当场", "即时", "当日");

    /** The limit where the first one cannot be kept. */
    public record Otherwise(
            BigDecimal n, String unit, @Nullable String note) {}

    /**
     * The limit of one stage.
     *
     * @param from the stage at whose end it begins; null for the beginning
     */
    public record Stage(BigDecimal n, String unit, @Nullable String from) {}

    /** Whether nobody has to come back for it. */
    public boolean isAtOnce() {
        return AT_ONCE.contains(unit) || n.signum() == 0;
    }

    Limit otherwise(@Nullable Otherwise other) {
        return new Limit(n, unit, basis, note, approver, other, byStage);
    }

    /** Whether it allows as much time as the other one, in the same unit. */
    boolean isAsLongAs(Limit other) {
        return n.compareTo(other.n) == 0 && unit.equals(other.unit);
    }

    /** The limit of one mode of handling: it rests on the same basis, and what it leaves as it is keeps its stages. */
    Limit in(Limit mode) {
        if (isAsLongAs(mode)) {
            return this;
        }
        return new Limit(
                mode.n,
                mode.unit,
                mode.basis == null ? basis : mode.basis,
                mode.note,
                mode.approver == null ? approver : mode.approver,
                mode.otherwise,
                mode.byStage);
    }
}
