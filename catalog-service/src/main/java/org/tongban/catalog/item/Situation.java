package org.tongban.catalog.item;

import java.util.List;

/**
 * A question of one guide.
 *
 * @param key the item's own key
 * @param multi several options may be chosen
 * @param when the answers after which it is asked
 */
public record Situation(String key, String ask, boolean multi, List<Option> options, Condition when) {

    /** One possible answer. */
    public record Option(String value, String label) {}

    public Situation {
        options = List.copyOf(options);
    }
}
