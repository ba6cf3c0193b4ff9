package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;

/** The limits of an item; null is not stated. */
public record Limits(
        @Nullable Limit statutory,
        @Nullable Limit promised,
        @Nullable Limit extension) {
    public static final Limits NOT_STATED = new Limits(null, null, null);

    /** These limits where one mode of handling states its own. */
    Limits in(Limits mode) {
        return new Limits(in(statutory, mode.statutory), in(promised, mode.promised), in(extension, mode.extension));
    }

    private static @Nullable Limit in(@Nullable Limit base, @Nullable Limit mode) {
        return base == null || mode == null ? (mode == null ? base : mode) : base.in(mode);
    }
}
