package org.tongban.tracking.light;

import static com.mongodb.client.model.Filters.lte;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.time.LegalZone;
import org.tongban.tracking.reconciliation.Reconciliation;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Light;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/**
 * Tells each change of a light once, when its day has come. It leaves a timeline alone that may lack something: a case
 * that was decided in time must not be called late because we have not heard of it yet.
 */
final class LightWatch {
    private static final Logger log = LoggerFactory.getLogger(LightWatch.class);

    private final Timelines timelines;
    private final Chronicle chronicle;
    private final Reconciliation reconciliation;
    private final Clock clock;

    LightWatch(Timelines timelines, Chronicle chronicle, Reconciliation reconciliation, Clock clock) {
        this.timelines = timelines;
        this.chronicle = chronicle;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /** Only the instance that compares can be certain of anything; in all others this does nothing. */
    void round() {
        if (!reconciliation.isComparing()) {
            return;
        }
        LocalDate today = LegalZone.dateOf(clock.instant());
        new Sweep("light-watch", timelines.store().documents(), Timelines.LIGHTS_DUE)
                .each(lte(Timelines.LIGHTS_DUE, today.toString()), this::tellIfCertain);
    }

    private void tellIfCertain(String code) {
        if (reconciliation.isCertain(code)) {
            tell(code);
        }
    }

    private void tell(String code) {
        timelines.store().change(code, timeline -> changed(timeline, clock.instant()));
    }

    private Change<Timeline> changed(Timeline timeline, Instant now) {
        List<Chronicle.Fact> changes = new ArrayList<>();
        for (CaseStanding each : timeline.standing().cases()) {
            Light before = timeline.standing().toldLight(each.caseNo());
            Light light = each.light(LegalZone.dateOf(now));
            if (light != null && light != before) {
                TrackingCode code = new TrackingCode(timeline.code());
                log.info("light changed code={} case={} light={}", code, each.caseNo(), light);
                changes.add(
                        new Chronicle.Fact(new LightChanged(code, each.caseNo(), light, before, now), each.caseNo()));
            }
        }
        return chronicle.tell(timeline, changes, now);
    }
}
