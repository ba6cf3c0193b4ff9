package org.tongban.tracking.custody;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an original is: with the applicant, with us, or given back. */
public enum Custody {
    EXPECTED,
    HELD,
    RETURNED;

    private static final Comparator<RecordedScan> AS_IT_HAPPENED =
            Comparator.comparing(RecordedScan::occurredAt).thenComparing(RecordedScan::scanId);

    /** By requirement, the fold over all scans in the order in which they happened; a late scan takes its place. */
    public static Map<String, Custody> of(List<RecordedScan> scans) {
        Map<String, Custody> pieces = new HashMap<>();
        scans.stream().sorted(AS_IT_HAPPENED).forEach(scan -> {
            Custody made = scan.action().makes();
            if (made != null) {
                scan.items().forEach(item -> pieces.put(item.rid(), made));
            }
        });
        return pieces;
    }
}
