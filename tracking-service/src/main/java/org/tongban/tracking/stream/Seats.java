package org.tongban.tracking.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Busy;

/** Who may hold how many of the streams that an instance has. */
final class Seats {
    private final StreamProperties properties;
    private final Map<String, Integer> byCode = new HashMap<>();
    private final Map<Holder, Integer> byHolder = new HashMap<>();
    private int taken;

    Seats(StreamProperties properties) {
        this.properties = properties;
    }

    /** Whose streams are counted together: those of a person, or of an address from which nobody signed in. */
    record Holder(String name, boolean isPerson) {}

    /**
     * Takes one, to be given back by running what is returned; more than once does no harm.
     *
     * @param holder null when nothing is known of who asks
     * @throws TooManyStreams when this code, or this holder, has its share
     * @throws Busy when all are taken
     */
    synchronized Runnable take(String code, @Nullable Holder holder) {
        if (holder != null && byHolder.getOrDefault(holder, 0) >= properties.mostOf(holder)) {
            throw TooManyStreams.ofHolder(properties.mostOf(holder));
        }
        if (byCode.getOrDefault(code, 0) >= properties.perCode()) {
            throw TooManyStreams.ofCode(properties.perCode());
        }
        if (taken >= properties.watchers()) {
            throw new Busy();
        }
        taken++;
        byCode.merge(code, 1, Integer::sum);
        if (holder != null) {
            byHolder.merge(holder, 1, Integer::sum);
        }
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(code, holder);
            }
        };
    }

    private synchronized void leave(String code, @Nullable Holder holder) {
        taken--;
        byCode.computeIfPresent(code, (same, count) -> count == 1 ? null : count - 1);
        if (holder != null) {
            byHolder.computeIfPresent(holder, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized int taken() {
        return taken;
    }
}
