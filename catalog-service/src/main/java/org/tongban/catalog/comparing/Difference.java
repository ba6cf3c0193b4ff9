package org.tongban.catalog.comparing;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/**
 * One thing that differs.
 *
 * @param pointer where it stands, in the later form if it is still there (RFC 6901)
 * @param said the sentence
 * @param before null where there was nothing
 * @param after null where nothing is left
 */
public record Difference(
        String pointer,
        Kind kind,
        Said said,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What has happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REORDERED
    }
}
