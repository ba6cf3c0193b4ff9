package org.tongban.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongban.tracking.scan.ScanRoom;
import org.tongban.tracking.timeline.TimelineRoom;
import org.tongban.tracking.view.Viewer;

/** A far end that reads when the test says so. */
final class SseChannelTest {
    private static final int ENTRIES = 104;

    private final TimelineRoom room = new TimelineRoom();
    private final Far far = new Far();
    private final MockAsyncContext exchange =
            new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse());
    private final SseChannel channel = new SseChannel(exchange, far);
    private final AtomicBoolean ended = new AtomicBoolean();

    private static final class Far extends ServletOutputStream {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private boolean reads;
        private boolean isBroken;

        @Override
        public boolean isReady() {
            return reads;
        }

        @Override
        public void setWriteListener(@Nullable WriteListener listener) {
            // the test calls it
        }

        @Override
        public void write(int one) throws IOException {
            if (!reads) {
                throw new IllegalStateException("would wait");
            }
            if (isBroken) {
                throw new IOException("gone");
            }
            read.write(one);
        }

        private long entries() {
            return read.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("id:"))
                    .count();
        }
    }

    @BeforeEach
    void aTimelineLongerThanAQueue() {
        room.hearTheStory();
        new ScanRoom(room).scanMany(ENTRIES - 4);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Watcher begin() {
        Watcher watcher = new Watcher(
                last -> room.timelines.after(TimelineRoom.CODE, last, Watcher.PAGE),
                room.timeline().standing(),
                0,
                Viewer.ANYBODY,
                Locale.ENGLISH,
                channel,
                Runnable::run,
                () -> ended.set(true));
        channel.begin(watcher);
        watcher.catchUp();
        return watcher;
    }

    @Test
    void nobodyWaitsForWhoDoesNotReadAndTheQueueHasAnEnd() {
        begin();

        channel.onWritePossible();

        assertThat(far.entries()).isZero();
        assertThat(channel.pending()).isBetween(1, 32 * 1024);
        assertThat(ended).isFalse();
    }

    @Test
    void whoReadsGetsEverythingInOrderOnce() {
        begin();

        far.reads = true;
        channel.onWritePossible();

        assertThat(far.read.toString(StandardCharsets.UTF_8)).startsWith(":\n\nid:1\nevent:entry\ndata:{");
        assertThat(far.entries()).isEqualTo(ENTRIES);
        assertThat(channel.pending()).isZero();
    }

    @Test
    void whoIsGoneIsForgotten() {
        begin();

        far.reads = true;
        far.isBroken = true;
        channel.onWritePossible();

        assertThat(ended).isTrue();
        assertThat(channel.pending()).isZero();
    }
}
