package org.tongban.tracking.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;

/**
 * A scan as it stands on a timeline.
 *
 * @param scanId drawn by the scanner
 * @param window as the scanner named it, null where it named none
 * @param recordedAt when it came here
 * @param anomalies what was odd about it then
 * @param items the papers it is about; none means all that are expected
 */
public record RecordedScan(
        String scanId,
        ScanAction action,
        @Nullable String window,
        Instant occurredAt,
        @Nullable Instant recordedAt,
        @Nullable List<String> anomalies,
        List<Item> items) {
    private static final String AHEAD_OF_TIME = "AHEAD_OF_TIME";

    /** The type of entries that hold scans. */
    public static final String TYPE = "tracking.scan-recorded.v1";

    public RecordedScan {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** @param rid the requirement, {@code r2} */
    public record Item(String rid) {}

    /** When it counts as having happened: what claims to come from the future counts from when it came here. */
    Instant countsAt() {
        boolean ahead = anomalies != null && anomalies.contains(AHEAD_OF_TIME);
        return ahead && recordedAt != null ? recordedAt : occurredAt;
    }

    public static RecordedScan of(Entry entry) {
        return Json.lenient().readValue(entry.facts(), RecordedScan.class);
    }

    /** Whether the entry holds the scan of that id; canonical facts show it without being read as JSON. */
    public static boolean isOf(Entry entry, String scanId) {
        return entry.type().equals(TYPE) && entry.facts().contains("\"scanId\":" + Json.text(scanId));
    }

    /** @param timeline with all its entries */
    public static List<RecordedScan> allOf(Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.type().equals(TYPE))
                .map(RecordedScan::of)
                .toList();
    }
}
