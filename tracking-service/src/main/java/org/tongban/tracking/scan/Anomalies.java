package org.tongban.tracking.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.security.Divisions;
import org.tongban.tracking.custody.ScanAction;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Standing;

/** Finds what is odd about a scan, as far as one can tell here and now. */
final class Anomalies {
    private final ScanProperties properties;

    Anomalies(ScanProperties properties) {
        this.properties = properties;
    }

    List<Anomaly> of(Scan scan, Place place, @Nullable String window, Standing standing, Instant now) {
        List<Anomaly> found = new ArrayList<>();
        String division = standing.division();
        if (division != null && (place.division() == null || !Divisions.holds(place.division(), division))) {
            found.add(Anomaly.OTHER_DIVISION);
        }
        if (place.hall() == null || window == null || !properties.knows(place.hall(), window)) {
            found.add(Anomaly.UNKNOWN_WINDOW);
        }
        if (scan.occurredAt().isAfter(now.plus(properties.ahead()))) {
            found.add(Anomaly.AHEAD_OF_TIME);
        }
        if (!standing.cases().isEmpty()) {
            byStage(scan.action(), standing.cases(), found);
        }
        return found;
    }

    private static void byStage(ScanAction action, List<CaseStanding> cases, List<Anomaly> found) {
        if (action.delivers() && cases.stream().noneMatch(CaseStanding::isDecidedAndNotDelivered)) {
            found.add(Anomaly.NOTHING_TO_DELIVER);
        }
        if (action == ScanAction.ORIGINALS_RECEIVED
                && cases.stream().allMatch(each -> each.stage().isFinal())) {
            found.add(Anomaly.ALL_CASES_ENDED);
        }
    }
}
