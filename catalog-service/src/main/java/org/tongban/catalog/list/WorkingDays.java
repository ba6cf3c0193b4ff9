package org.tongban.catalog.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Limit;
import org.tongban.catalog.item.NamedCode;

/**
 * A limit in whole working days.
 *
 * <p>What is done while one waits takes none; where its limit says what counts otherwise, that counts, as for the due
 * date of a case. A 日 is a working day where the item is an administrative licence (行政许可法 第八十二条), else a natural
 * day.
 *
 * @param approximate converted from natural days, months or hours, whose working days depend on the calendar
 */
record WorkingDays(int n, boolean approximate) {
    private static final WorkingDays NOTHING = new WorkingDays(0, false);
    private static final String LICENCE = "01";
    private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal WORKING_DAYS_OF_A_WEEK = BigDecimal.valueOf(5);
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(8);
    private static final BigDecimal OF_A_MONTH = BigDecimal.valueOf(21);
    private static final BigDecimal OF_A_YEAR = BigDecimal.valueOf(250);

    /** @return empty where nothing is stated, or in a unit that nobody knows */
    static Optional<WorkingDays> of(@Nullable Limit limit, @Nullable NamedCode kind) {
        if (limit == null) {
            return Optional.empty();
        }
        Limit.Otherwise otherwise = limit.otherwise();
        Optional<WorkingDays> whole =
                otherwise == null ? of(limit.n(), limit.unit(), kind) : of(otherwise.n(), otherwise.unit(), kind);
        Map<String, Limit.Stage> stages = Objects.requireNonNullElse(limit.byStage(), Map.of());
        return whole.map(days -> stages.keySet().stream()
                .map(stage -> untilTheEnd(stage, stages, kind, Set.of()))
                .reduce(days, (one, other) -> other.n > one.n ? other : one));
    }

    /** @param behind the stages that wait for this one: who waits in a circle begins at the beginning */
    private static WorkingDays untilTheEnd(
            @Nullable String name, Map<String, Limit.Stage> stages, @Nullable NamedCode kind, Set<String> behind) {
        Limit.Stage stage = name == null || behind.contains(name) ? null : stages.get(name);
        if (name == null || stage == null) {
            return NOTHING;
        }
        WorkingDays before = untilTheEnd(
                stage.from(),
                stages,
                kind,
                Stream.concat(behind.stream(), Stream.of(name)).collect(Collectors.toSet()));
        WorkingDays own = of(stage.n(), stage.unit(), kind).orElse(NOTHING);
        return new WorkingDays(before.n + own.n, before.approximate || own.approximate);
    }

    private static Optional<WorkingDays> of(BigDecimal n, String unit, @Nullable NamedCode kind) {
        return switch (unit) {
            case "当场", "即时", "当日" -> Optional.of(new WorkingDays(0, false));
            case "工作日" -> Optional.of(exactly(n));
            case "日" -> Optional.of(kind != null && LICENCE.equals(kind.code()) ? exactly(n) : about(natural(n)));
            case "自然日", "天" -> Optional.of(about(natural(n)));
            case "小时" -> Optional.of(about(n.divide(HOURS_OF_A_DAY, 0, RoundingMode.CEILING)));
            case "月" -> Optional.of(about(n.multiply(OF_A_MONTH)));
            case "年" -> Optional.of(about(n.multiply(OF_A_YEAR)));
            default -> Optional.empty();
        };
    }

    private static BigDecimal natural(BigDecimal days) {
        return days.multiply(WORKING_DAYS_OF_A_WEEK).divide(DAYS_OF_A_WEEK, 0, RoundingMode.CEILING);
    }

    private static WorkingDays exactly(BigDecimal n) {
        return new WorkingDays(n.setScale(0, RoundingMode.CEILING).intValue(), false);
    }

    private static WorkingDays about(BigDecimal n) {
        return new WorkingDays(n.setScale(0, RoundingMode.CEILING).intValue(), true);
    }
}
