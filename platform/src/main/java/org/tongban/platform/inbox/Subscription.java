package org.tongban.platform.inbox;

import java.util.Map;
import org.tongban.platform.event.Source;

/**
 * What a service listens to. A service with consumers declares one bean of this type.
 *
 * @param group the Kafka consumer group, which is the service's name
 * @param handlers one table of handlers per source
 */
public record Subscription(String group, Map<Source, EventHandlers<?>> handlers) {
    public Subscription {
        handlers = Map.copyOf(handlers);
    }

    String[] topics() {
        return handlers.keySet().stream().map(Source::topic).sorted().toArray(String[]::new);
    }
}
