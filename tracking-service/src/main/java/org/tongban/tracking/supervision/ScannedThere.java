package org.tongban.tracking.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.tracking.custody.ScanAction;
import org.tongban.tracking.timeline.Entry;

/**
 * Where and when a code was scanned.
 *
 * @param action null for one that this version does not know
 * @param hall {@code 511602-01}
 * @param division the hall's, GB/T 2260
 */
record ScannedThere(
        @Nullable String scanId,
        @Nullable ScanAction action,
        @Nullable String hall,
        @Nullable String window,
        @Nullable String division,
        @Nullable Instant occurredAt) {
    static ScannedThere of(Entry entry) {
        return Json.lenient().readValue(entry.facts(), ScannedThere.class);
    }
}
