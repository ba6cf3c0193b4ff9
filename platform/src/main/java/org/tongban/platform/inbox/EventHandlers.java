package org.tongban.platform.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;

/**
 * What a service does about which event: one table, readable at a glance.
 *
 * <p>An event without a handler moves the position and does nothing else.
 *
 * @param <T> the aggregate that listens, one per subject
 */
public final class EventHandlers<T> {
    private final AggregateStore<T> store;
    private final @Nullable Function<String, T> birth;
    private final Map<String, BiFunction<T, Envelope, Change<T>>> handlers = new HashMap<>();
    private BiFunction<T, Envelope, Change<T>> otherwise = (state, event) -> Change.silently(state);

    private EventHandlers(AggregateStore<T> store, @Nullable Function<String, T> birth) {
        this.store = store;
        this.birth = birth;
    }

    /** Listeners that come into being with their first event. */
    public static <T> EventHandlers<T> bornBy(AggregateStore<T> store, Function<String, T> birth) {
        return new EventHandlers<>(store, birth);
    }

    /** Listeners that must be there; events about others are dropped. */
    public static <T> EventHandlers<T> ofKnown(AggregateStore<T> store) {
        return new EventHandlers<>(store, null);
    }

    /** @param handler gets the state and the event with its data still as JSON */
    public EventHandlers<T> on(String type, BiFunction<T, Envelope, Change<T>> handler) {
        handlers.put(type, handler);
        return this;
    }

    /** @param handler gets the state and the event's data as a record */
    public <D> EventHandlers<T> on(String type, Class<D> data, BiFunction<T, D, Change<T>> handler) {
        return on(type, (state, event) -> handler.apply(state, EventWire.data(event, data)));
    }

    /** What is done about every event that has no line of its own. */
    public EventHandlers<T> otherwise(BiFunction<T, Envelope, Change<T>> handler) {
        otherwise = handler;
        return this;
    }

    /** Applies the event if its turn has come; safe to call twice. */
    public AggregateStore.Heard hear(Envelope event) {
        return store.hear(event, birth, handlers.getOrDefault(event.type(), otherwise));
    }

    /** Gives up on every missing number up to and with this event's. */
    AggregateStore.Heard skip(Envelope event) {
        return store.skip(event.source(), event.subject(), event.sequence(), birth);
    }

    /** Gives up on every missing number before this event's. */
    AggregateStore.Heard skipBefore(Envelope event) {
        return store.skip(event.source(), event.subject(), event.sequence() - 1, birth);
    }
}
