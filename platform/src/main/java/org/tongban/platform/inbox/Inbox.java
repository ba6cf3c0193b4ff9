package org.tongban.platform.inbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.AggregateStore.Heard;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;

/**
 * Brings events to their handlers in order per (source, code): early ones are parked before their offset is committed,
 * and a hole that stays open for ten minutes is skipped, number by number, and reported.
 */
public final class Inbox {
    static final Duration LONGEST_HOLE = Duration.ofMinutes(10);
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Map<Source, EventHandlers<?>> handlers;
    private final Parked parked;
    private final Clock clock;

    public Inbox(Map<Source, EventHandlers<?>> handlers, MongoDatabase database, Clock clock) {
        this.handlers = Map.copyOf(handlers);
        this.parked = new Parked(database);
        this.clock = clock;
    }

    /** Applies, drops or parks the event; when this returns, the offset may be committed. */
    public void hear(Envelope event) {
        Heard heard = handlersOf(event).hear(event);
        if (heard == Heard.EARLY) {
            parked.park(event, clock.instant());
            CrashPoints.reached("inbox.after-park");
            drain(event.source(), event.subject());
        } else if (heard == Heard.APPLIED) {
            drain(event.source(), event.subject());
        }
    }

    /** Gives the event up: it is on the dead-letter topic, its number is skipped and those behind it go on. */
    public void giveUp(Envelope event) {
        handlersOf(event).skip(event);
        parked.remove(event);
        drain(event.source(), event.subject());
    }

    /** At start: what was parked and whose turn came just before a crash. */
    public void drainAll() {
        parked.before(clock.instant().plusMillis(1)).forEach(event -> drain(event.source(), event.subject()));
    }

    /** Skips the holes that have been open for too long, so that what is behind them is not held up for ever. */
    public void skipOldHoles() {
        Instant old = clock.instant().minus(LONGEST_HOLE);
        for (Envelope event : parked.before(old)) {
            drain(event.source(), event.subject());
            if (parked.next(event.source(), event.subject())
                    .filter(event::equals)
                    .isPresent()) {
                log.error("events before {} never came: skipped, find them and replay", event.id());
                handlersOf(event).skipBefore(event);
                drain(event.source(), event.subject());
            }
        }
    }

    private void drain(Source source, String subject) {
        Optional<Envelope> next = parked.next(source, subject);
        while (next.isPresent() && handlersOf(next.get()).hear(next.get()) != Heard.EARLY) {
            parked.remove(next.get());
            next = parked.next(source, subject);
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
