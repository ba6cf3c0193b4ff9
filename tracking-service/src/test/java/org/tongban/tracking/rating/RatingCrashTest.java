package org.tongban.tracking.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.NotNow;
import org.tongban.tracking.timeline.TimelineRoom;

/** The process really dies between the score and the comment, and the repeat under the same key finishes it. */
final class RatingCrashTest {
    private final TimelineRoom room = new TimelineRoom();
    private final RatingRoom rating = new RatingRoom(room);

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.after-write", "rating.before-comment"})
    void whereverItDiesTheScoreStandsOnceAndTheCommentIsKeptByTheRepeat(String point) {
        room.hearTheStory();

        new Fork(CrashingRating.class)
                .dieAt(point, TestStore.uri(), room.store.database().getName());
        assertThat(room.timeline().standing().rating(1)).contains(5);
        assertThat(rating.comment()).isEmpty();
        int status = rating.rate(CrashingRating.KEY).status();

        assertThat(status).isEqualTo(201);
        assertThat(rating.comment()).contains(RatingRoom.COMMENT);
        assertThat(room.timeline().entries()).hasSize(5);
        assertThat(room.timelines.find(CODE).orElseThrow().told(new Source("tracking")))
                .isEqualTo(1);
        assertThatThrownBy(() -> rating.rate("another key")).isInstanceOf(NotNow.class);
    }
}
