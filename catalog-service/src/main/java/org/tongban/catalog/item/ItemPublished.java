package org.tongban.catalog.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.DomainEvent;

/**
 * A version of an item is good from now on; lists issued before keep theirs.
 *
 * @param division the code of the place where it is good; null when it is good everywhere
 * @param digest {@code sha-256:} over the canonical gsi-1 form
 */
public record ItemPublished(
        String item,
        int version,
        String name,
        String department,
        @Nullable String division,
        String digest,
        int flags,
        Instant at)
        implements DomainEvent {

    static ItemPublished of(String item, int version, Edition edition) {
        return new ItemPublished(
                item,
                version,
                edition.name(),
                edition.department(),
                edition.division(),
                edition.digest(),
                edition.flags().size(),
                edition.publishedAt());
    }

    @Override
    public String type() {
        return "catalog.item-published.v1";
    }
}
