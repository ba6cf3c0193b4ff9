package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Money;

/**
 * What the whole list costs.
 *
 * @param charged false only if every item says so, null if one is silent
 * @param total null if one is silent, or several fees are possible for one item
 * @param options the fees of items with more than one
 */
record ListedFees(@Nullable Boolean charged, @Nullable Money total, List<Option> options) {

    /** One of several fees of an item. */
    record Option(
            String item,
            String name,
            @Nullable Money amount,
            @Nullable String unit,
            @Nullable String basis) {}

    static ListedFees of(List<PublishedItem> items) {
        Boolean charged = false;
        Money total = Money.ZERO;
        List<Option> options = new ArrayList<>();
        for (PublishedItem each : items) {
            Fee fee = each.item().fee();
            if (fee == null) {
                charged = null;
                total = null;
                continue;
            }
            if (fee.items().size() > 1) {
                fee.items().forEach(line -> options.add(option(each.id(), line)));
            }
            Money own = own(fee);
            total = total == null || own == null ? null : total.plus(own);
            charged = charged == null ? null : charged || fee.charged();
        }
        return new ListedFees(charged, total, options);
    }

    private static @Nullable Money own(Fee fee) {
        if (!fee.charged()) {
            return Money.ZERO;
        }
        return fee.items().size() == 1 ? fee.items().get(0).amount() : null;
    }

    private static Option option(String item, Fee.Line line) {
        return new Option(item, line.name(), line.amount(), line.unit(), line.basis());
    }
}
