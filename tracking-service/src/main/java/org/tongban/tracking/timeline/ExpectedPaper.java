package org.tongban.tracking.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant brings to a counter.
 *
 * @param rid its requirement in the bag, {@code r2}
 * @param originals how many, null where the guide does not say
 * @param copies how many, null where the guide does not say
 * @param cases the cases that need it
 */
public record ExpectedPaper(
        String rid,
        String name,
        @Nullable Integer originals,
        @Nullable Integer copies,
        List<Integer> cases) {
    public ExpectedPaper {
        cases = Folding.orEmpty(cases);
    }
}
