package org.tongban.catalog.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; null narrows nothing.
 *
 * @param text free Chinese text
 * @param division six digits: items good there, which are its own, those of divisions above it and the national ones
 * @param cursor where the last page ended
 * @param limit hits per page
 */
public record ItemQuery(
        @Nullable String text,
        @Nullable String division,
        @Nullable String department,
        @Nullable String applicant,
        @Nullable Cursor cursor,
        int limit) {}
