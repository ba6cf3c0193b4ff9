package org.tongban.tracking.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the public may know: zero is the only good number, and only while it is not stale.
 *
 * @param checkedAt when all sides last answered
 * @param applications how many there are
 * @param differences those older than a minute, and all that was skipped or cannot be sent
 * @param oldestUnprojectedSeconds how long the oldest event that is not on its timeline has been waiting
 * @param stale whether a side does not answer, or not everything was compared yet
 */
public record Report(
        @Nullable Instant checkedAt,
        long applications,
        long differences,
        long oldestUnprojectedSeconds,
        boolean stale) {
    Report asStale() {
        return new Report(checkedAt, applications, differences, oldestUnprojectedSeconds, true);
    }
}
