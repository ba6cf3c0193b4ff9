package org.tongban.tracking.light;

import java.time.Instant;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.tracking.timeline.Light;

/**
 * A case's light is another one than was told before.
 *
 * @param light what it is now
 * @param before what it was
 */
record LightChanged(TrackingCode code, int caseNo, Light light, Light before, Instant at) implements DomainEvent {
    @Override
    public String type() {
        return "tracking.light-changed.v1";
    }
}
