package org.tongban.application.clock;

import org.jspecify.annotations.Nullable;

/** The limits of one item; null is not stated. */
public record Limits(
        @Nullable Limit statutory,
        @Nullable Limit promised,
        @Nullable Limit extension) {
    public static final Limits NOT_STATED = new Limits(null, null, null);
}
