package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;

/** Where a local guide is good; the code is null when nobody found it. */
public record Place(@Nullable String code, String name) {}
