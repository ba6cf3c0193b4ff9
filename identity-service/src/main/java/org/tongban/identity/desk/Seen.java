package org.tongban.identity.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.problem.FarSideDown;

/**
 * What sign-on said last of the people of one role: it stays while sign-on is away. Who asks for something that is not
 * there makes it look once more, for somebody may have come a moment ago.
 */
final class Seen<T> {
    private static final Logger log = LoggerFactory.getLogger(Seen.class);

    private final Supplier<Set<T>> signOn;
    private final DeskProperties properties;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Set<T> known;
    private volatile Instant lookedAt = Instant.EPOCH;

    Seen(Supplier<Set<T>> signOn, DeskProperties properties, Clock clock) {
        this.signOn = signOn;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param read the answer, from what is known
     * @param enough whether that answer needs no second look
     * @throws FarSideDown when sign-on has never said it yet
     */
    <R> R answer(Function<Set<T>, R> read, Predicate<R> enough) {
        Set<T> now = known;
        if (now == null) {
            return read.apply(look());
        }
        R found = read.apply(now);
        boolean mayLook = clock.instant().isAfter(lookedAt.plus(properties.pause()));
        return enough.test(found) || !mayLook ? found : read.apply(refreshed(now));
    }

    /** One round of the watch: what is known stays when it comes to nothing. */
    void refresh() {
        try {
            look();
        } catch (FarSideDown e) {
            log.warn("sign-on does not say who is staff, what is known stays: {}", e.getMessage());
        }
    }

    /** One looks, the others go on with what is known. */
    private Set<T> refreshed(Set<T> before) {
        if (looking.compareAndSet(false, true)) {
            try {
                refresh();
            } finally {
                looking.set(false);
            }
        }
        Set<T> after = known;
        return after == null ? before : after;
    }

    private Set<T> look() {
        lookedAt = clock.instant();
        Set<T> seen = signOn.get();
        known = seen;
        return seen;
    }
}
