package org.tongban.tracking.scan;

import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.timeline.TimelineRoom;

/** Records a scan in a database, in a JVM that dies where {@code tongban.crash} says. */
final class CrashingScan {
    static final String SCAN_ID = "00000000-0000-0000-0000-000000000001";

    private CrashingScan() {}

    public static void main(String[] uriAndDatabase) {
        new ScanRoom(new TimelineRoom(TestStore.of(uriAndDatabase[0], uriAndDatabase[1]))).scan(SCAN_ID);
        Runtime.getRuntime().halt(0);
    }
}
