package org.tongban.tracking.custody;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.tracking.timeline.ExpectedPaper;
import org.tongban.tracking.timeline.Timeline;

/** Where an original is: with the applicant, with us, or given back. */
public enum Custody {
    EXPECTED,
    HELD,
    RETURNED;

    private static final Comparator<RecordedScan> AS_IT_HAPPENED =
            Comparator.comparing(RecordedScan::countsAt).thenComparing(RecordedScan::scanId);

    /** By requirement, the fold over all scans in the order in which they happened; a late scan takes its place. */
    public static Map<String, Custody> of(Timeline timeline) {
        List<String> expected =
                timeline.standing().expected().stream().map(ExpectedPaper::rid).toList();
        Map<String, At> pieces = new HashMap<>();
        RecordedScan.allOf(timeline).stream()
                .sorted(AS_IT_HAPPENED)
                .forEach(scan -> rids(scan, expected)
                        .forEach(rid -> pieces.merge(rid, At.BEFORE.after(scan), (at, first) -> at.after(scan))));
        return pieces.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, piece -> piece.getValue().custody()));
    }

    /** @param handedOver whether it was given to somebody else and is not back: only then counters elsewhere have it */
    private record At(Custody custody, boolean handedOver) {
        private static final At BEFORE = new At(EXPECTED, false);

        At after(RecordedScan scan) {
            ScanAction action = scan.action();
            if (action == null || !action.movesPapers() || (scan.isElsewhere() && !handedOver)) {
                return this;
            }
            Custody made = action.makes();
            return new At(
                    made == null ? custody : made, scan.isElsewhere() ? handedOver : action == ScanAction.HANDED_OVER);
        }
    }

    private static List<String> rids(RecordedScan scan, List<String> expected) {
        return scan.items().isEmpty()
                ? expected
                : scan.items().stream().map(RecordedScan.Item::rid).toList();
    }
}
