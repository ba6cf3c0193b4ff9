package org.tongban.catalog.item;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What editors are writing: the next version of an item, seen by nobody else.
 *
 * @param no counts all saved drafts of this item, also those that are gone; the draft's ETag
 * @param base the published version it was last saved against; 0 before the first publication
 * @param gsi the canonical gsi-1 form (RFC 8785)
 * @param digest {@code sha-256:} over it
 * @param authors the opaque ids of all who have written in it
 * @param approvedBy who has approved its publication on a later day; null before
 */
public record GuideDraft(
        int no,
        int base,
        String gsi,
        String digest,
        List<String> authors,
        Instant savedAt,
        @Nullable String approvedBy) {
    public GuideDraft {
        authors = List.copyOf(authors);
    }

    /** The same draft written on: what was approved before is no longer what stands here. */
    GuideDraft written(int nextNo, int nextBase, String nextGsi, String nextDigest, String by, Instant at) {
        List<String> all =
                Stream.concat(authors.stream(), Stream.of(by)).distinct().toList();
        return new GuideDraft(nextNo, nextBase, nextGsi, nextDigest, all, at, null);
    }

    GuideDraft approved(@Nullable String by) {
        return new GuideDraft(no, base, gsi, digest, authors, savedAt, by);
    }
}
