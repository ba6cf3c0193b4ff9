package org.tongban.catalog.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
     * @param when the situations in which it is charged; a list shows only what is
     */
    public record Line(
            String name,
            @Nullable Money amount,
            @Nullable String unit,
            @Nullable String basis,
            @JsonIgnore Condition when) {}

    public Fee {
        items = List.copyOf(items);
    }

    /** The same fee with these lines only; where a guide's lines all fall away, nothing is charged. */
    public Fee with(List<Line> lines) {
        return lines.size() == items.size() ? this : new Fee(charged && !lines.isEmpty(), lines, payer, note);
    }
}
