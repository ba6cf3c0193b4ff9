package org.tongban.application.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner gives for a failing line; exactly one of the three, like a bag's requirement.
 *
 * @param documentIds of the owner's store
 * @param bringOriginal the paper comes to the counter
 * @param declare the owner's own words
 */
public record Given(
        @Nullable List<String> documentIds,
        @Nullable Boolean bringOriginal,
        @Nullable String declare) {}
