package org.tongban.tracking.rating;

import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.timeline.TimelineRoom;

/** Rates a case of a database, in a JVM that dies where {@code tongban.crash} says. */
final class CrashingRating {
    static final String KEY = "k1";

    private CrashingRating() {}

    public static void main(String[] uriAndDatabase) {
        new RatingRoom(new TimelineRoom(TestStore.of(uriAndDatabase[0], uriAndDatabase[1]))).rate(KEY);
        Runtime.getRuntime().halt(0);
    }
}
