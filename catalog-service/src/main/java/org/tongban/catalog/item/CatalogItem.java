package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Said;

/**
 * An item with the version that is published now; older versions stand in {@link ItemVersions}.
 *
 * @param id {@code mr-food-operation-new}
 * @param published the number of the published version, from 1
 * @param halt why it cannot be asked for; null when it can
 */
public record CatalogItem(
        String id, int published, Edition edition, @Nullable Halt halt) {

    /** That there is none under an id, said to whoever asks for it. */
    public static Said unknown(String id) {
        return new Said("没有事项“" + id + "”。", "There is no item \"" + id + "\".");
    }

    public Standing standing() {
        return halt == null ? Standing.CURRENT : halt.standing();
    }
}
