package org.tongban.tracking.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.reconciliation.Settlement;
import org.tongban.tracking.timeline.TimelineRoom;

final class ForgettingTest {
    private static final String ADMIN = "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c99";

    private final TimelineRoom room = new TimelineRoom();
    private final ReconciliationRoom sides = new ReconciliationRoom(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aStrayCodeIsForgottenByAllAndTheDifferenceIsGoneByItself() {
        room.hear(1, "application.submitted.v1");
        sides.notification.says(CODE.value(), 1, room.clock.instant());
        assertThat(differencesAfter(Duration.ZERO)).isZero();
        assertThat(differencesAfter(Duration.ofSeconds(61))).isEqualTo(1);

        sides.forgetting.forget(CODE.value(), ADMIN);

        assertThat(differencesAfter(Duration.ofSeconds(3))).isZero();
        assertThat(sides.notification.settled).containsExactly(new Settlement.Wanted("application", 0));
        Document line = room.store.database().getCollection("forgotten").find().first();
        assertThat(line)
                .containsEntry("code", CODE.value())
                .containsEntry("by", ADMIN)
                .containsEntry("listeners", List.of("notification", "tracking"));
    }

    @Test
    void whatWasToldIsNotForgotten() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 5, room.clock.instant());
        sides.notification.says(CODE.value(), 5, room.clock.instant());
        differencesAfter(Duration.ZERO);
        assertThat(differencesAfter(Duration.ofSeconds(61))).isEqualTo(1);

        assertThatThrownBy(() -> sides.forgetting.forget(CODE.value(), ADMIN))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("replay");
    }

    @Test
    void whatMayStillBeOnItsWayIsNotForgotten() {
        room.hear(1, "application.submitted.v1");
        differencesAfter(Duration.ZERO);

        assertThatThrownBy(() -> sides.forgetting.forget(CODE.value(), ADMIN)).isInstanceOf(NotNow.class);

        room.clock.tick(Duration.ofMinutes(2));
        sides.application.silent = true;
        sides.round();
        assertThatThrownBy(() -> sides.forgetting.forget(CODE.value(), ADMIN)).isInstanceOf(NotNow.class);
    }

    private long differencesAfter(Duration pause) {
        room.clock.tick(pause);
        sides.round();
        return sides.reconciliation.report().differences();
    }
}
