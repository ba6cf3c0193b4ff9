package org.tongban.tracking.timeline;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.inbox.Inbox;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.scan.ScanRows;

/** The timelines on a store of their own, with the inbox before them. */
public final class TimelineRoom implements AutoCloseable {
    public static final TrackingCode CODE = TrackingCode.draw(new Random(7));
    public static final String OWNER = "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01";

    public final TestClock clock = new TestClock();
    public final Chronicle chronicle;
    public final Archives archives;
    public final TestStore store;
    public final Timelines timelines;
    public final Inbox inbox;

    public TimelineRoom() {
        this(TestStore.open());
    }

    public TimelineRoom(TestStore store) {
        this.store = store;
        archives = new Archives(store.database(), List.of(new ScanRows(store.database())));
        chronicle = new Chronicle(new Random(1), archives);
        timelines = timelines(clock);
        inbox = new Inbox(TimelineConfiguration.handlers(timelines, chronicle, clock), store.database(), clock);
    }

    /** The same timelines as somebody with another clock writes them. */
    public Timelines timelines(Clock other) {
        return new Timelines(
                new AggregateStore<>(store.database(), Timelines.TYPE, clock, code -> {}), archives, other);
    }

    /** The sample of this type as the event of that number about {@link #CODE}. */
    public static Envelope told(long sequence, String type) {
        return told(CODE, sequence, type);
    }

    public static Envelope told(TrackingCode code, long sequence, String type) {
        return Contracts.envelope(type, code.value(), sequence, TestClock.START.plusSeconds(sequence));
    }

    public void hear(long sequence, String type) {
        inbox.hear(told(sequence, type));
    }

    /** Case 1 is granted and case 2, which waited for it, accepted. */
    public void hearTheStory() {
        hear(1, "application.submitted.v1");
        hear(2, "application.case-decided.v1");
        hear(3, "application.case-submitted.v1");
        hear(4, "application.case-accepted.v1");
    }

    /** The timeline with all its entries. */
    public Timeline whole() {
        return archives.whole(timeline());
    }

    public Timeline timeline() {
        return timelines.find(CODE).orElseThrow().state();
    }

    @Override
    public void close() {
        store.close();
    }
}
