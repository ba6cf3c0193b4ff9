package org.tongban.tracking.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.custody.ScanAction;

/**
 * A code was scanned at a counter.
 *
 * @param scanId drawn by the scanner
 * @param items the papers it is about; none means all that are expected
 * @param hall {@code 511602-01}
 * @param division the hall's, GB/T 2260
 * @param actor the pseudonym of who scanned
 * @param anomalies what is odd about it
 * @param digest SHA-256 over what the scanner sent, by which a repeat is known
 */
record ScanRecorded(
        String scanId,
        TrackingCode code,
        ScanAction action,
        List<RecordedScan.Item> items,
        @Nullable String window,
        @Nullable String hall,
        @Nullable String division,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        List<Anomaly> anomalies,
        String digest)
        implements DomainEvent {
    ScanRecorded {
        items = List.copyOf(items);
        anomalies = List.copyOf(anomalies);
    }

    @Override
    public String type() {
        return RecordedScan.TYPE;
    }

    @Override
    public Instant at() {
        return occurredAt;
    }
}
