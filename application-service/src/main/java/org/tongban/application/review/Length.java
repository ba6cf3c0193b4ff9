package org.tongban.application.review;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;

/**
 * A length of time in a request: {@code {"n": 5, "unit": "工作日"}}.
 *
 * @param unit 工作日, 日, 天, 自然日, 小时, 月 or 年
 */
record Length(@Nullable Integer n, @Nullable String unit) {
    /** Ten years, in whatever it is counted. */
    private static final Map<Unit, Integer> LONGEST = Map.of(Unit.YEAR, 10, Unit.MONTH, 120);

    private static final int LONGEST_OTHERS = 3650;

    /** @param pointer where it stands in the request, "" for its top */
    Term term(String pointer) {
        Faults faults = new Faults();
        Optional<Unit> counted = Optional.ofNullable(unit).flatMap(Unit::ofWord).filter(Unit::isLength);
        int most =
                counted.map(each -> LONGEST.getOrDefault(each, LONGEST_OTHERS)).orElse(LONGEST_OTHERS);
        if (n == null || n < 1 || n > most) {
            faults.add(pointer + "/n", "n 须为 1 至 " + most + " 的整数。", "n is a whole number of 1 to " + most + ".");
        }
        if (counted.isEmpty()) {
            faults.add(pointer + "/unit", "unit 须为 工作日、日、天、自然日、小时、月 或 年。", "unit is one of 工作日, 日, 天, 自然日, 小时, 月, 年.");
        }
        faults.refuse();
        return new Term(n == null ? 0 : n, counted.orElseThrow());
    }
}
