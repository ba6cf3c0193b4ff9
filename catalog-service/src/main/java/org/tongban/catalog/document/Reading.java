package org.tongban.catalog.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which papers a guide's line means.
 *
 * @param all AND of ORs: of each inner list any one paper will do
 * @param confidence {@code sure}, or {@code likely} when something was read from the neighbourhood
 * @param torn the group of lines that the source tore apart: same group = one line
 */
public record Reading(
        List<List<Paper>> all, String confidence, @Nullable String torn) {
    public Reading {
        all = all.stream().map(List::copyOf).toList();
    }

    boolean isSure() {
        return confidence.equals("sure");
    }
}
