package org.tongban.platform.inbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.AggregateStore.Heard;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.platform.trace.Trace;

/**
 * Brings events to their handlers in order per (source, code): early ones are parked before their offset is committed,
 * and a hole that stays open for ten minutes is skipped, number by number, and reported.
 */
public final class Inbox {
    static final Duration LONGEST_HOLE = Duration.ofMinutes(10);
    static final int TRIES = 5;
    static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Map<Source, EventHandlers<?>> handlers;
    private final Parked parked;
    private final Burial burial;
    private final Clock clock;

    /** Where a parked event goes that cannot be applied: its own offset was committed when it was parked. */
    @FunctionalInterface
    interface Burial {
        /** Returns once the event is kept for good; throws if it is not. */
        void bury(Envelope event, String place, RuntimeException reason);
    }

    /** An inbox without a broker: a parked event that cannot be applied is thrown at whoever brings the next one. */
    public Inbox(Map<Source, EventHandlers<?>> handlers, MongoDatabase database, Clock clock) {
        this(handlers, database, clock, (event, place, reason) -> {
            throw reason;
        });
    }

    Inbox(Map<Source, EventHandlers<?>> handlers, MongoDatabase database, Clock clock, Burial burial) {
        this.handlers = Map.copyOf(handlers);
        this.parked = new Parked(database);
        this.burial = burial;
        this.clock = clock;
    }

    /** The same for an event that came from nowhere in particular. */
    public void hear(Envelope event) {
        hear(event, event.id());
    }

    /**
     * Applies, drops or parks the event; when this returns, the offset may be committed.
     *
     * @param place where it stands in the broker, {@code tongban.application-3-1024}
     * @throws UnreadableEvent when its number cannot be one; nothing is parked then
     */
    void hear(Envelope event, String place) {
        if (handlersOf(event).hear(event) == Heard.EARLY) {
            parked.park(event, place, clock.instant());
            CrashPoints.reached("inbox.after-park");
        }
        // Also behind one that is dropped: it may come again because what is parked behind it could not be brought.
        drain(event.source(), event.subject());
    }

    /** Gives the event up: it is on the dead-letter topic, its number is skipped and those behind it go on. */
    public void giveUp(Envelope event) {
        handlersOf(event).skip(event);
        parked.remove(event);
        drain(event.source(), event.subject());
    }

    /** At start: what was parked and whose turn came just before a crash. */
    public void drainAll() {
        parked.each(
                clock.instant().plusMillis(1),
                id -> known(id)
                        .ifPresent(
                                row -> drain(row.event().source(), row.event().subject())));
    }

    /**
     * Skips the holes that have been open for too long, so that what is behind them is not held up for ever. A row that
     * cannot be helped holds up no other.
     */
    public void skipOldHoles() {
        parked.each(clock.instant().minus(LONGEST_HOLE), id -> known(id).ifPresent(row -> skipHoleBefore(row.event())));
    }

    private void skipHoleBefore(Envelope event) {
        drain(event.source(), event.subject());
        if (parked.next(event.source(), event.subject())
                .filter(row -> row.event().equals(event))
                .isPresent()) {
            log.error("events before {} never came: skipped, find them and replay", event.id());
            handlersOf(event).skipBefore(event);
            drain(event.source(), event.subject());
        }
    }

    private Optional<Parked.Row> known(String id) {
        return parked.find(id).filter(row -> handlers.containsKey(row.event().source()));
    }

    private void drain(Source source, String subject) {
        Optional<Parked.Row> next = parked.next(source, subject);
        while (next.isPresent() && heard(next.get()) != Heard.EARLY) {
            CrashPoints.reached("inbox.before-unpark");
            parked.remove(next.get().event());
            next = parked.next(source, subject);
        }
    }

    /** Nobody will bring a parked event again, so one that keeps failing is given up here. */
    private Heard heard(Parked.Row row) {
        return Trace.answering(row.traceparent(), () -> heardWithin(row));
    }

    private Heard heardWithin(Parked.Row row) {
        EventHandlers<?> its = handlersOf(row.event());
        for (int attempt = 1; ; attempt++) {
            try {
                return its.hear(row.event());
            } catch (UnreadableEvent e) {
                burial.bury(row.event(), row.place(), e);
                return Heard.DROPPED;
            } catch (RuntimeException e) {
                if (Transience.of(e)) {
                    throw e;
                }
                if (attempt == TRIES) {
                    burial.bury(row.event(), row.place(), e);
                    return its.skip(row.event());
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private EventHandlers<?> handlersOf(Envelope event) {
        EventHandlers<?> found = handlers.get(event.source());
        if (found == null) {
            throw new IllegalStateException(
                    "nobody listens to " + event.source().path());
        }
        return found;
    }
}
