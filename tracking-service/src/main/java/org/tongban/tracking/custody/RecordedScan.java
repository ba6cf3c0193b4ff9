package org.tongban.tracking.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;
import tools.jackson.core.JacksonException;

/**
 * A scan as it stands on a timeline.
 *
 * @param scanId drawn by the scanner
 * @param action null for one that this version does not know, which moves no paper
 * @param window as the scanner named it, null where it named none
 * @param recordedAt when it came here
 * @param anomalies what was odd about it then
 * @param items the papers it is about; none means all that are expected
 */
public record RecordedScan(
        String scanId,
        @Nullable ScanAction action,
        @Nullable String window,
        Instant occurredAt,
        @Nullable Instant recordedAt,
        @Nullable List<String> anomalies,
        List<Item> items) {
    private static final String OTHER_DIVISION = "OTHER_DIVISION";

    /** The type of entries that hold scans. */
    public static final String TYPE = "tracking.scan-recorded.v1";

    public RecordedScan {
        items = items == null
                ? List.of()
                : items.stream()
                        .filter(item -> item != null && item.rid() != null)
                        .toList();
    }

    /** @param rid the requirement, {@code r2} */
    public record Item(String rid) {}

    /** When it counts as having happened: what claims to come from the future counts from when it came here. */
    Instant countsAt() {
        return recordedAt != null && occurredAt.isAfter(recordedAt) ? recordedAt : occurredAt;
    }

    /** Whether a counter of another division scanned it. */
    boolean isElsewhere() {
        return anomalies != null && anomalies.contains(OTHER_DIVISION);
    }

    /** @return nothing when its facts are no scan's */
    public static Optional<RecordedScan> of(Entry entry) {
        try {
            RecordedScan read = Json.lenient().readValue(entry.facts(), RecordedScan.class);
            boolean whole = read.scanId() != null && read.occurredAt() != null;
            return whole ? Optional.of(read) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether the entry holds the scan of that id; canonical facts show it without being read as JSON. */
    public static boolean isOf(Entry entry, String scanId) {
        return entry.type().equals(TYPE) && entry.facts().contains("\"scanId\":" + Json.text(scanId));
    }

    /** @param timeline with all its entries */
    public static List<RecordedScan> allOf(Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.type().equals(TYPE))
                .flatMap(entry -> RecordedScan.of(entry).stream())
                .toList();
    }
}
