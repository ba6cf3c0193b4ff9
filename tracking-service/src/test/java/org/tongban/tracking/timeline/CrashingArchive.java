package org.tongban.tracking.timeline;

import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.scan.ScanRoom;

/** Writes a long timeline on, in a JVM that dies where {@code tongban.crash} says. */
final class CrashingArchive {
    private CrashingArchive() {}

    public static void main(String[] uriAndDatabase) {
        new ScanRoom(new TimelineRoom(TestStore.of(uriAndDatabase[0], uriAndDatabase[1])))
                .scan(LongTimelineTest.id(Archives.MOST_LIVE));
        Runtime.getRuntime().halt(0);
    }
}
