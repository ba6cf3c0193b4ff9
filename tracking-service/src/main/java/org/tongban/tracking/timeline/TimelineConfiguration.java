package org.tongban.tracking.timeline;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.event.Source;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.inbox.Subscription;
import org.tongban.platform.outbox.Relays;
import org.tongban.tracking.WhileServing;

/** The timelines and whom they listen to. */
@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {
    @Bean
    Archives archives(MongoDatabase database, List<ArchiveListener> listeners) {
        return new Archives(database, listeners);
    }

    @Bean
    Chronicle chronicle(Archives archives) {
        return Chronicle.secure(archives);
    }

    @Bean
    Timelines timelines(Relays relays, Archives archives, Clock clock) {
        return new Timelines(relays.store(Timelines.TYPE), archives, clock);
    }

    @Bean
    @WhileServing
    Subscription subscription(Timelines timelines, Chronicle chronicle, Clock clock) {
        return new Subscription(Timelines.GROUP, handlers(timelines, chronicle, clock));
    }

    /** Everything that these two tell about a code belongs on its timeline. */
    static Map<Source, EventHandlers<?>> handlers(Timelines timelines, Chronicle chronicle, Clock clock) {
        EventHandlers<Timeline> handlers = EventHandlers.bornBy(timelines.store(), Timeline::shell)
                .otherwise((timeline, event) -> chronicle.heard(timeline, event, clock.instant()));
        return Map.of(Timelines.APPLICATION, handlers, Timelines.NOTIFICATION, handlers);
    }
}
