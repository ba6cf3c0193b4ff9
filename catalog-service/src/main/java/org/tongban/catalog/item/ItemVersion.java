package org.tongban.catalog.item;

/** One published version, which never changes. */
public record ItemVersion(String item, int version, Edition edition) {

    static ItemVersion of(CatalogItem item) {
        return new ItemVersion(item.id(), item.published(), item.edition());
    }

    /** {@code mr-food-operation-new@2}. */
    static String id(String item, int version) {
        return item + "@" + version;
    }
}
