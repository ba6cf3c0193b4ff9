package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;

/**
 * An item at the version that is published now.
 *
 * @param halt why it cannot be asked for; null when it can
 */
public record PublishedItem(
        Item item, int version, @Nullable Halt halt) {
    public PublishedItem(Item item, int version) {
        this(item, version, null);
    }

    public String id() {
        return item.id();
    }

    public PublishedItem with(Item other) {
        return new PublishedItem(other, version, halt);
    }

    /** Nobody is to find it any more. */
    public boolean isWithdrawn() {
        return halt != null && halt.standing() == Standing.WITHDRAWN;
    }
}
