package org.tongban.catalog.guide;

import java.util.List;
import org.tongban.catalog.item.Situation;

/**
 * A question of an inquiry; items that ask the same thing share it.
 *
 * @param key the item's own key while it is unambiguous among the items of this inquiry, else {@code <item>.<key>}
 * @param askedBy the items, in the order of the inquiry
 */
public record Question(String key, String ask, boolean multi, List<Situation.Option> options, List<String> askedBy) {
    public Question {
        options = List.copyOf(options);
        askedBy = List.copyOf(askedBy);
    }

    boolean hasOption(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
