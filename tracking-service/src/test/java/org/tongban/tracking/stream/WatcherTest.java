package org.tongban.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.TimelineRoom;
import org.tongban.tracking.view.EntryView;
import org.tongban.tracking.view.Viewer;

final class WatcherTest {
    private final TimelineRoom room = new TimelineRoom();
    private final List<Integer> sent = new ArrayList<>();
    private final Far far = new Far();
    private int reads;
    private boolean storeIsAway;
    private boolean ended;
    private IntConsumer onEntry = no -> {};

    private final class Far implements Channel {
        private int room = Integer.MAX_VALUE;
        private int heartbeats;
        private boolean closed;

        @Override
        public boolean entry(EntryView entry) {
            if (sent.size() >= room) {
                return false;
            }
            sent.add(entry.no());
            onEntry.accept(entry.no());
            return true;
        }

        @Override
        public boolean heartbeat() {
            heartbeats++;
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @BeforeEach
    void tell() {
        room.hearTheStory();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Watcher watcher(int last) {
        return new Watcher(
                seen -> {
                    reads++;
                    if (storeIsAway) {
                        throw new com.mongodb.MongoException("away");
                    }
                    return room.timelines.after(TimelineRoom.CODE, seen, Watcher.PAGE);
                },
                room.timeline().standing(),
                last,
                Viewer.ANYBODY,
                Locale.SIMPLIFIED_CHINESE,
                far,
                Runnable::run,
                () -> ended = true);
    }

    private Entry entry(int no) {
        return room.timeline().entries().get(no - 1);
    }

    @Test
    void itBeginsAfterTheLastSeenEntry() {
        watcher(2).catchUp();

        assertThat(sent).containsExactly(3, 4);
    }

    @Test
    void whatComesTwiceIsSentOnce() {
        Watcher watcher = watcher(0);
        watcher.catchUp();

        watcher.offer(entry(3));
        watcher.offer(entry(4));
        room.hear(5, "application.case-suspended.v1");
        watcher.offer(entry(5));
        watcher.offer(entry(5));

        assertThat(sent).containsExactly(1, 2, 3, 4, 5);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aGapIsFilledFromTheStore() {
        Watcher watcher = watcher(4);
        watcher.catchUp();
        room.hear(5, "application.case-suspended.v1");
        room.hear(6, "application.case-resumed.v1");

        watcher.offer(entry(6));
        watcher.offer(entry(5));

        assertThat(sent).containsExactly(5, 6);
    }

    @Test
    void whatIsAskedForWhileItSendsIsNotForgotten() {
        Watcher watcher = watcher(0);
        onEntry = no -> {
            if (no == 4) {
                room.hear(5, "application.case-suspended.v1");
                watcher.catchUp();
                watcher.beat();
            }
        };

        watcher.catchUp();

        assertThat(sent).containsExactly(1, 2, 3, 4, 5);
        assertThat(far.heartbeats).isEqualTo(1);
    }

    @Test
    void aStoreThatIsAwayIsNotAskedWithoutAPause() {
        storeIsAway = true;
        Watcher watcher = watcher(3);

        watcher.offer(entry(4));

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aStoreThatIsAwayIsAskedAgainWithTheNextHeartbeat() {
        storeIsAway = true;
        Watcher watcher = watcher(0);
        watcher.catchUp();
        assertThat(sent).isEmpty();

        storeIsAway = false;
        watcher.beat();

        assertThat(sent).containsExactly(1, 2, 3, 4);
        assertThat(far.heartbeats).isEqualTo(1);
    }

    @Test
    void whoDoesNotReadIsSentNoMoreUntilHeDoesAndThenAllOfIt() {
        far.room = 2;
        Watcher watcher = watcher(0);
        watcher.catchUp();
        room.hear(5, "application.case-suspended.v1");
        watcher.offer(entry(5));
        watcher.beat();
        assertThat(sent).containsExactly(1, 2);
        assertThat(reads).as("nobody asks the store again and again meanwhile").isLessThan(5);

        far.room = Integer.MAX_VALUE;
        watcher.roomAgain();

        assertThat(sent).containsExactly(1, 2, 3, 4, 5);
        assertThat(far.heartbeats).isEqualTo(1);
    }

    @Test
    void whoIsGoneIsForgotten() {
        watcher(0).end();

        assertThat(ended).isTrue();
        assertThat(far.closed).isTrue();
    }
}
