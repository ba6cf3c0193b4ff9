package org.tongban.catalog.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.DomainEvent;

/**
 * An item was suspended, resumed or withdrawn; lists issued before stay as they are.
 *
 * @param version the one that is published
 * @param standing {@code CURRENT} when it can be asked for again
 * @param reason null when it can
 * @param notice what people can do meanwhile; null when it can be asked for again
 */
public record StandingChanged(
        String item,
        int version,
        String name,
        String department,
        @Nullable String division,
        Standing standing,
        @Nullable String reason,
        @Nullable String notice,
        Instant at)
        implements DomainEvent {
    @Override
    public String type() {
        return "catalog.item-standing-changed.v1";
    }
}
