package org.tongban.tracking.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a code, before it is on the timeline.
 *
 * @param source who tells, {@code /application}
 * @param sourceSequence the teller's number for this code
 * @param type {@code application.submitted.v1}
 * @param at when it happened
 * @param caseNo which case it is about, null for the whole
 * @param facts what was told, JSON in its canonical form (RFC 8785)
 */
public record Occurrence(
        String source,
        long sourceSequence,
        String type,
        Instant at,
        @Nullable Integer caseNo,
        String facts) {}
