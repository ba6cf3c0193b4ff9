package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;

/** What a guide rests on; the article is null where the guide names the law alone. */
public record LegalBasis(String law, @Nullable String article) {}
