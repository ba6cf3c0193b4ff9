package org.tongban.catalog.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure (特别程序) of an item: 公告查找生父母, 现场核查.
 *
 * @param n how long it takes; null where the guide does not say
 * @param unit in what that is counted; null where the guide does not say
 * @param uncounted whether the guide says that its time is no part of the limit
 */
public record Procedure(
        String name,
        Condition when,
        @Nullable BigDecimal n,
        @Nullable String unit,
        boolean uncounted) {
    /** Whether a clock may be stopped for it: it is not counted, and it does not follow the decision. */
    public boolean mayStopTheClock() {
        return uncounted && !name.startsWith("许可后") && !name.startsWith("备案后");
    }
}
