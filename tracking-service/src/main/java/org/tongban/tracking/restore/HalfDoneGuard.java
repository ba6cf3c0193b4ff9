package org.tongban.tracking.restore;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.tongban.platform.restore.RestoreRefused;

/** Keeps the service from serving half of a restore. */
record HalfDoneGuard(Marker marker) implements SmartInitializingSingleton {
    /** Runs before anything listens. */
    @Override
    public void afterSingletonsInstantiated() {
        if (marker.isSet()) {
            throw new RestoreRefused(
                    "The database of tracking was restored in part: run ./tongban restore tracking again.");
        }
    }
}
