package org.tongban.tracking.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.tracking.view.EntryView;

/**
 * A browser's {@code EventSource}, written without waiting: what it does not read stands in a queue of some kilobytes, and
 * the server drops whoever reads nothing for the time-out of its connections.
 */
final class SseChannel implements Channel, WriteListener, AsyncListener {
    private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_PENDING = 16 * 1024;

    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Queue<byte[]> frames = new ArrayDeque<>();
    private int pending;
    private boolean open;
    private boolean unflushed;
    private boolean wanted;
    private boolean closed;
    private volatile @Nullable Watcher watcher;

    SseChannel(AsyncContext exchange, ServletOutputStream out) {
        this.exchange = exchange;
        this.out = out;
    }

    /** Begins once the request's own thread has left it. */
    void begin(Watcher its) {
        watcher = its;
        exchange.addListener(this);
        offer(SIGN_OF_LIFE);
        out.setWriteListener(this);
    }

    @Override
    public boolean entry(EntryView entry) {
        String frame = "id:" + entry.no() + "\nevent:entry\ndata:" + Json.text(entry) + "\n\n";
        return offer(frame.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean heartbeat() {
        return offer(SIGN_OF_LIFE);
    }

    private boolean offer(byte[] frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (pending >= MOST_PENDING) {
                wanted = true;
                return false;
            }
            frames.add(frame);
            pending += frame.length;
        }
        drain();
        return true;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        drain();
    }

    private void drain() {
        boolean room;
        try {
            synchronized (this) {
                if (!open || closed) {
                    return;
                }
                while (out.isReady() && (!frames.isEmpty() || unflushed)) {
                    write(frames.poll());
                }
                room = wanted && pending < MOST_PENDING / 2;
                wanted &= !room;
            }
        } catch (IOException | IllegalStateException gone) {
            end();
            return;
        }
        Watcher its = watcher;
        if (room && its != null) {
            its.roomAgain();
        }
    }

    private void write(byte @Nullable [] frame) throws IOException {
        if (frame == null) {
            unflushed = false;
            out.flush();
        } else {
            pending -= frame.length;
            unflushed = true;
            out.write(frame);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            frames.clear();
            pending = 0;
        }
        try {
            exchange.complete();
        } catch (IllegalStateException over) {
            // the server was faster
        }
    }

    /** How many bytes wait for the far end. */
    synchronized int pending() {
        return pending;
    }

    private void end() {
        Watcher its = watcher;
        if (its != null) {
            its.end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody begins it anew
    }
}
