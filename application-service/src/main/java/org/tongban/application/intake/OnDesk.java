package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.tongban.platform.code.TrackingCode;

/**
 * What a desk's page needs of an application; the frozen lines, the papers and the steps stay in the store.
 *
 * @param place its place in its queues
 */
public record OnDesk(TrackingCode code, Division division, Instant submittedAt, String place, List<Case> cases) {
    public OnDesk {
        cases = List.copyOf(cases);
    }
}
