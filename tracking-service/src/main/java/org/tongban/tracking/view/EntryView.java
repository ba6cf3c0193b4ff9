package org.tongban.tracking.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown: all that its hash is taken over, and a sentence.
 *
 * @param no its number, from 1
 * @param at when it happened
 * @param recordedAt when it came onto the timeline
 * @param place hall and window, {@code 511602-01 W03}; null for the public
 * @param text the sentence, in the caller's language
 */
public record EntryView(
        int no,
        String source,
        long sourceSequence,
        Instant at,
        Instant recordedAt,
        String type,
        @Nullable Integer caseNo,
        @Nullable String place,
        String text,
        String factsDigest,
        @Nullable String previous,
        int formula,
        String hash) {}
