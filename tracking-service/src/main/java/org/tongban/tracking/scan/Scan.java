package org.tongban.tracking.scan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.custody.ScanAction;

/**
 * What a scanner says happened.
 *
 * @param scanId a UUID drawn by the scanner
 * @param items the papers it is about; none means all that are expected
 */
record Scan(
        String scanId,
        TrackingCode code,
        ScanAction action,
        @Nullable String window,
        Instant occurredAt,
        List<RecordedScan.Item> items) {

    /** SHA-256 over its content; the same scan sent again has the same. */
    String digest() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("code", code);
        content.put("action", action);
        content.put("window", window);
        content.put("occurredAt", occurredAt);
        content.put("items", items);
        return CanonicalJson.sha256Hex(content);
    }
}
