package org.tongban.catalog.item;

import java.util.List;
import org.tongban.platform.aggregate.Change;

/**
 * An item with the version that is published now; older versions stand in {@link ItemVersions}.
 *
 * @param id {@code mr-food-operation-new}
 * @param published the number of the published version, from 1
 * @param flagged whether something dirty is in it; looked up by
 */
public record CatalogItem(String id, int published, boolean flagged, Edition edition) {

    static CatalogItem first(String id, Edition edition) {
        return new CatalogItem(id, 1, !edition.flags().isEmpty(), edition);
    }

    /** The same content again is no new version; only what is flagged in it may have changed. */
    Change<CatalogItem> publish(Edition next) {
        if (edition.digest().equals(next.digest())) {
            return Change.silently(with(next.handles(), next.flags()));
        }
        CatalogItem after = new CatalogItem(id, published + 1, !next.flags().isEmpty(), next);
        return Change.telling(after, after.told());
    }

    ItemPublished told() {
        return new ItemPublished(
                id,
                published,
                edition.name(),
                edition.department(),
                edition.division(),
                edition.digest(),
                edition.flags().size(),
                edition.publishedAt());
    }

    private CatalogItem with(List<String> handles, List<Flag> flags) {
        return new CatalogItem(
                id,
                published,
                !flags.isEmpty(),
                new Edition(
                        edition.gsi(),
                        edition.digest(),
                        edition.name(),
                        edition.department(),
                        edition.division(),
                        handles,
                        flags,
                        edition.publishedAt()));
    }
}
