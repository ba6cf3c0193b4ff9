package org.tongban.tracking.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.reconciliation.Positions;
import org.tongban.tracking.timeline.TimelineRoom;

final class ReconciliationTest {
    private final TimelineRoom room = new TimelineRoom();
    private final ReconciliationRoom sides = new ReconciliationRoom(room);
    private final Instant start = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    private Report after(Duration pause) {
        room.clock.tick(pause);
        sides.round();
        return sides.reconciliation.report();
    }

    @Test
    void whenAllAgreeThereIsNoDifference() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 4, start);
        sides.notification.says(CODE.value(), 4, start);

        Report report = after(Duration.ofMinutes(5));

        assertThat(report).isEqualTo(new Report(room.clock.instant(), 1, 0, 0, false));
        assertThat(sides.reconciliation.isCertain(CODE.value())).isTrue();
    }

    @Test
    void nothingHasWaitedForLessThanNoTimeHoweverSlowTheRoundIs() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 5, start);
        sides.application.whileItReads = () -> room.clock.tick(Duration.ofSeconds(2));

        assertThat(after(Duration.ZERO).oldestUnprojectedSeconds()).isNotNegative();
    }

    @Test
    void anEventThatNeverReachesTheTimelineIsADifferenceAfterAMinute() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 5, start);
        sides.notification.says(CODE.value(), 5, start);

        assertThat(after(Duration.ZERO).differences()).isZero();
        assertThat(sides.reconciliation.isCertain(CODE.value())).isFalse();
        Report late = after(Duration.ofSeconds(61));
        assertThat(late.differences()).isEqualTo(1);
        assertThat(late.oldestUnprojectedSeconds()).isEqualTo(61);

        room.hear(5, "application.case-suspended.v1");
        Report healed = after(Duration.ofSeconds(3));
        assertThat(healed.differences()).isZero();
        assertThat(healed.oldestUnprojectedSeconds()).isZero();
    }

    @Test
    void anEventThatNotificationDidNotHandleIsADifference() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 4, start);
        sides.notification.says(CODE.value(), 3, start);
        sides.round();

        assertThat(after(Duration.ofSeconds(61)).differences()).isEqualTo(1);

        sides.notification.says(CODE.value(), 4, room.clock.instant());
        assertThat(after(Duration.ofSeconds(3)).differences()).isZero();
    }

    @Test
    void aTimelineThatIsAheadOfItsApplicationIsADifferenceToo() {
        room.hearTheStory();
        sides.round();

        assertThat(after(Duration.ofSeconds(61)).differences()).isEqualTo(1);
    }

    @Test
    void whatIsSkippedOrCannotBeSentCountsAtOnce() {
        room.hearTheStory();
        sides.application.says(new Positions.Position(CODE.value(), 4, start, 0, true));
        sides.notification.says(CODE.value(), 4, start);

        assertThat(after(Duration.ZERO).differences()).isEqualTo(1);

        sides.application.says(new Positions.Position(CODE.value(), 4, start.plusSeconds(1), 0, false));
        assertThat(after(Duration.ofSeconds(3)).differences()).isZero();

        room.hear(6, "application.case-resumed.v1");
        room.clock.tick(Duration.ofMinutes(11));
        room.inbox.skipOldHoles();
        sides.application.says(CODE.value(), 6, room.clock.instant());
        sides.notification.says(CODE.value(), 6, room.clock.instant());
        assertThat(after(Duration.ZERO).differences()).isEqualTo(1);

        room.hear(5, "application.case-suspended.v1");
        assertThat(after(Duration.ZERO).differences()).isZero();
    }

    @Test
    void aSilentSideMakesItStaleAndKeepsTheTime() {
        assertThat(sides.reconciliation.report().stale()).isTrue();
        Instant checked = after(Duration.ZERO).checkedAt();

        sides.notification.silent = true;
        Report report = after(Duration.ofSeconds(3));

        assertThat(report.stale()).isTrue();
        assertThat(report.checkedAt()).isEqualTo(checked);
        sides.notification.silent = false;
        assertThat(after(Duration.ofSeconds(3)).stale()).isFalse();
    }

    @Test
    void aReportThatNobodyRenewsBecomesStale() {
        assertThat(after(Duration.ZERO).stale()).isFalse();

        room.clock.tick(Duration.ofMinutes(2));

        assertThat(sides.reconciliation.report().stale()).isTrue();
    }

    @Test
    void zeroCountsOnlyAfterAllCodesWereWalked() {
        for (int i = 0; i < 25; i++) {
            String code = "%016d".formatted(i);
            sides.application.says(code, 0, start.minus(Duration.ofDays(1)));
        }

        assertThat(after(Duration.ZERO).stale()).isTrue();
        Report walked = after(Duration.ofSeconds(3));
        assertThat(walked.stale()).isFalse();
        assertThat(walked.applications()).isEqualTo(25);
    }

    @Test
    void everyInstanceShowsWhatTheOneThatComparesFound() {
        ReconciliationRoom other = new ReconciliationRoom(room);
        room.hearTheStory();
        sides.application.says(CODE.value(), 5, start);
        sides.notification.says(CODE.value(), 5, start);
        sides.round();

        Report report = after(Duration.ofSeconds(61));

        assertThat(report.differences()).isEqualTo(1);
        assertThat(other.reconciliation.report()).isEqualTo(report);
        assertThat(other.reconciliation.isComparing()).isFalse();
        assertThat(other.reconciliation.isCertain(CODE.value())).isFalse();
    }

    @Test
    void whoTakesOverComparesAllAnewAndKeepsTheTimeMeanwhile() {
        ReconciliationRoom other = new ReconciliationRoom(room);
        room.hearTheStory();
        for (ReconciliationRoom each : List.of(sides, other)) {
            each.application.says(CODE.value(), 4, start);
            each.notification.says(CODE.value(), 4, start);
        }
        Instant checked = after(Duration.ZERO).checkedAt();
        room.clock.tick(Duration.ofSeconds(20));
        other.notification.silent = true;
        other.round();
        assertThat(sides.reconciliation.report().stale()).isTrue();
        assertThat(sides.reconciliation.report().checkedAt()).isEqualTo(checked);

        other.notification.silent = false;
        other.round();

        assertThat(sides.reconciliation.report()).isEqualTo(new Report(room.clock.instant(), 1, 0, 0, false));
        assertThat(other.reconciliation.isCertain(CODE.value())).isTrue();
    }

    @Test
    void aRowThatCannotBeReadIsADifferenceAndStopsNoOther() {
        room.hearTheStory();
        room.store
                .database()
                .getCollection("far_positions")
                .insertOne(new Document("_id", CODE.value()).append("application", new Document("sequence", "four")));
        sides.notification.says(CODE.value(), 4, start);
        sides.application.says("%016d".formatted(1), 0, start);

        Report report = after(Duration.ZERO);

        assertThat(report.stale()).isFalse();
        assertThat(report.differences()).isEqualTo(1);
    }
}
