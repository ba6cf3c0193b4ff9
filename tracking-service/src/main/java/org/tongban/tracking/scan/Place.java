package org.tongban.tracking.scan;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.security.Caller;

/**
 * The counter at which a scan is made, as its token says.
 *
 * @param hall {@code 511602-01}
 * @param window {@code W03}
 * @param division what stands before the hyphen of the hall's id
 */
record Place(
        @Nullable String hall,
        @Nullable String window,
        @Nullable String division) {
    static Place of(Caller counter) {
        String hall = counter.hall();
        return new Place(hall, counter.window(), hall == null ? counter.division() : hall.split("-", 2)[0]);
    }
}
