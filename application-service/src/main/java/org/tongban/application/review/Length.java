package org.tongban.application.review;

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
    private static final int LONGEST = 3650;

    /** @param pointer where it stands in the request, "" for its top */
    Term term(String pointer) {
        Faults faults = new Faults();
        if (n == null || n < 1 || n > LONGEST) {
            faults.add(pointer + "/n", "n 须为 1 至 3650 的整数。", "n is a whole number of 1 to 3650.");
        }
        Optional<Unit> counted = Optional.ofNullable(unit).flatMap(Unit::ofWord).filter(Unit::isLength);
        if (counted.isEmpty()) {
            faults.add(pointer + "/unit", "unit 须为 工作日、日、天、自然日、小时、月 或 年。", "unit is one of 工作日, 日, 天, 自然日, 小时, 月, 年.");
        }
        faults.refuse();
        return new Term(n == null ? 0 : n, counted.orElseThrow());
    }
}
