package org.tongban.tracking.scan;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Refusal;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;

/**
 * What came of a scan: it is on a timeline, or it is refused.
 *
 * @param recorded where it stands, null when it is refused
 * @param refusal why it is refused, else null
 */
record Judgement(@Nullable Recorded recorded, @Nullable Refusal refusal) {

    /**
     * A scan on its timeline.
     *
     * @param fresh false when this very scan was sent before
     */
    record Recorded(Entry entry, Timeline timeline, boolean fresh) {}

    static Judgement recorded(Entry entry, Timeline timeline) {
        return new Judgement(new Recorded(entry, timeline, true), null);
    }

    static Judgement refused(Refusal refusal) {
        return new Judgement(null, refusal);
    }

    /** The same for a scan that was sent before. */
    Judgement again() {
        return recorded == null
                ? this
                : new Judgement(new Recorded(recorded.entry(), recorded.timeline(), false), null);
    }

    /** @throws Refusal when it is refused */
    Recorded orThrow() {
        if (recorded == null) {
            throw refusal == null ? new IllegalStateException("neither recorded nor refused") : refusal;
        }
        return recorded;
    }
}
