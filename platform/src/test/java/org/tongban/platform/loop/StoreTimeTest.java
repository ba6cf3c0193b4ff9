package org.tongban.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.time.ClockOffset;

final class StoreTimeTest {
    private final TestStore store = TestStore.open();
    private final StoreTime time = new StoreTime(store.database());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itIsTheStoresClockThatCounts() {
        Instant said = store.database()
                .runCommand(new Document("isMaster", 1))
                .getDate("localTime")
                .toInstant();

        assertThat(time.instant()).isBetween(said.minusSeconds(1), said.plusSeconds(30));
    }

    @Test
    void itGoesOnAndNeverBack() {
        Instant before = time.instant();

        assertThat(time.instant()).isAfterOrEqualTo(before);
    }

    @Test
    void aMachineWhoseClockIsWrongIsKnown() {
        Leases leases = new Leases(store.database(), time);
        TestClock machine = new TestClock(time.instant());

        assertThat(leases.trust(machine)).isTrue();
        machine.tick(Duration.ofDays(1));
        assertThat(leases.trust(machine)).isFalse();
    }

    @Test
    void aClockThatWasPutForwardOnPurposeIsTrusted() {
        ClockOffset offset = new ClockOffset(Duration.ofDays(40));
        Leases leases = new Leases(store.database(), time, offset);
        TestClock moved = new TestClock(time.instant().plus(offset.ahead()));

        assertThat(leases.trust(moved)).isTrue();
        moved.tick(Duration.ofDays(-40));
        assertThat(leases.trust(moved)).isFalse();
    }
}
