package org.tongban.application.catalog;

import org.jspecify.annotations.Nullable;

/**
 * That an item of a list is no longer what it was when the list was issued; the list itself never changes.
 *
 * @param standing NEWER_VERSION, SUSPENDED or WITHDRAWN, or a word of a newer catalogue
 * @param reason why, in the editors' words; null for a newer version
 * @param notice what people can do, in the editors' words; null for a newer version
 * @param text all of it in the caller's language
 */
public record Notice(
        @Nullable String item,
        @Nullable String name,
        @Nullable String standing,
        @Nullable String reason,
        @Nullable String notice,
        @Nullable String text) {
    private static final String CURRENT = "CURRENT";

    /** A word that is not known here is news: its text says what it means. */
    boolean isNews() {
        return item != null && standing != null && !standing.equals(CURRENT);
    }
}
