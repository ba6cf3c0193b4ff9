package org.tongban.catalog.item;

/** An item at the version that is published now. */
public record PublishedItem(Item item, int version) {
    public String id() {
        return item.id();
    }

    public PublishedItem with(Item other) {
        return new PublishedItem(other, version);
    }
}
