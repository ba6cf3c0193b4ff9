package org.tongban.journeys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The counter's hand scanner. */
final class Scanner {
    private Scanner() {}

    static Map<String, Object> scan(String scanId, String code, String action) {
        return Map.of(
                "scanId",
                scanId,
                "code",
                code,
                "action",
                action,
                "window",
                "W03",
                "occurredAt",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
