package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;

final class EntryAppendedTest {
    @Test
    void writesTheAgreedShape() {
        EntryAppended sample = readAgain();

        EntryAppended event = new EntryAppended(new TrackingCode("7KQ2M9XT04HBZR50"), sample.entry());

        assertThat(Contracts.written(event)).isEqualTo(Contracts.sample(EntryAppended.TYPE));
    }

    @Test
    void readsTheAgreedShape() {
        EntryAppended sample = readAgain();

        assertThat(sample.entry().follows(sample.code(), null)).isTrue();
    }

    private static EntryAppended readAgain() {
        return EventWire.data(
                Contracts.envelope(EntryAppended.TYPE, CODE.value(), 1, TestClock.START), EntryAppended.class);
    }
}
