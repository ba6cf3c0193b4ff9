package org.tongban.application.custody;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Requirement;

/**
 * A scan as tracking tells it, as far as it is heard here.
 *
 * @param action a word that need not be known here; such a one moves nothing
 * @param items the lines whose papers were scanned; without any all that were to come
 * @param recordedAt when tracking recorded it
 * @param anomalies what was odd about it then
 * @param actor the pseudonym of who scanned
 */
record RecordedScan(
        String scanId,
        String action,
        @Nullable List<@Nullable Item> items,
        Instant occurredAt,
        @Nullable Instant recordedAt,
        @Nullable List<String> anomalies,
        @Nullable String actor) {
    private static final String OTHER_DIVISION = "OTHER_DIVISION";
    static final String TYPE = "tracking.scan-recorded.v1";
    private static final Pattern RID = Pattern.compile("r\\d{1,4}");

    record Item(@Nullable String rid) {}

    /** Whether it says what a scan must say: tellers may be newer than we are. */
    boolean isWhole() {
        return scanId != null && action != null && occurredAt != null;
    }

    List<String> rids(Application application) {
        if (items == null || items.isEmpty()) {
            return application.expected().map(Requirement::rid).toList();
        }
        return items.stream()
                .flatMap(item -> item == null || item.rid() == null ? Stream.of() : Stream.of(item.rid()))
                .filter(rid -> RID.matcher(rid).matches())
                .distinct()
                .toList();
    }

    /** When it counts as having happened: what claims to come from the future counts from when it was recorded. */
    Instant countsAt() {
        return recordedAt != null && occurredAt.isAfter(recordedAt) ? recordedAt : occurredAt;
    }

    /** Whether a counter of another division scanned it. */
    boolean isElsewhere() {
        return anomalies != null && anomalies.contains(OTHER_DIVISION);
    }

    String by() {
        return actor == null ? "counter" : actor;
    }
}
