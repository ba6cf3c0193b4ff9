package org.tongban.tracking.custody;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Custody> pieces = new HashMap<>();
        RecordedScan.allOf(timeline).stream().sorted(AS_IT_HAPPENED).forEach(scan -> {
            Custody made = scan.action() == null ? null : scan.action().makes();
            if (made != null) {
                rids(scan, expected).forEach(rid -> pieces.put(rid, made));
            }
        });
        return pieces;
    }

    private static List<String> rids(RecordedScan scan, List<String> expected) {
        return scan.items().isEmpty()
                ? expected
                : scan.items().stream().map(RecordedScan.Item::rid).toList();
    }
}
