package org.tongban.platform.aggregate;

import java.util.List;
import org.tongban.platform.event.DomainEvent;

/**
 * What a decision makes of an aggregate.
 *
 * @param next the next state; the same object when nothing changes
 * @param events what others are to be told, in this order
 */
public record Change<T>(T next, List<DomainEvent> events) {
    public Change {
        events = List.copyOf(events);
    }

    public static <T> Change<T> silently(T next) {
        return new Change<>(next, List.of());
    }

    public static <T> Change<T> telling(T next, DomainEvent... events) {
        return new Change<>(next, List.of(events));
    }
}
