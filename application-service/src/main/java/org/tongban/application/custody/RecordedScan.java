package org.tongban.application.custody;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Requirement;

/**
 * A scan as tracking tells it, as far as it is heard here.
 *
 * @param items the lines whose papers were scanned; without any all that were to come
 * @param actor the pseudonym of who scanned
 */
record RecordedScan(
        String scanId,
        String action,
        @Nullable List<Item> items,
        Instant occurredAt,
        @Nullable String actor) {
    static final String TYPE = "tracking.scan-recorded.v1";
    private static final Pattern RID = Pattern.compile("r\\d{1,4}");

    record Item(String rid) {}

    List<String> rids(Application application) {
        if (items == null || items.isEmpty()) {
            return application.expected().map(Requirement::rid).toList();
        }
        return items.stream()
                .map(Item::rid)
                .filter(rid -> RID.matcher(rid).matches())
                .distinct()
                .toList();
    }

    String by() {
        return actor == null ? "counter" : actor;
    }
}
