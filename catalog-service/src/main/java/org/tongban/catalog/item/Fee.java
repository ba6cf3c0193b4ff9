package org.tongban.catalog.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Money;

/** Whether an item costs something, and what. */
public record Fee(
        boolean charged,
        List<Line> items,
        @Nullable String payer,
        @Nullable String note) {

    /**
     * One fee.
     *
     * @param amount null where the guide gives none that can be read
     * @param unit {@code 元/本}
     */
    public record Line(
            String name,
            @Nullable Money amount,
            @Nullable String unit,
            @Nullable String basis) {}

    public Fee {
        items = List.copyOf(items);
    }
}
