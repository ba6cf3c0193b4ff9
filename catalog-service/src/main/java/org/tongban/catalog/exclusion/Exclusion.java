package org.tongban.catalog.exclusion;

import java.util.Set;
import org.tongban.platform.problem.Said;

/**
 * Items of which one list holds one at most.
 *
 * @param items two or more
 * @param why the reason, a half sentence without its full stop
 */
public record Exclusion(Set<String> items, Said why) {
    public Exclusion {
        items = Set.copyOf(items);
    }

    boolean parts(String one, String other) {
        return items.contains(one) && items.contains(other);
    }
}
