package org.tongban.notification.inbox;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.event.Source;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.inbox.Subscription;
import org.tongban.platform.outbox.Relays;

/** What this service listens to, and what it makes of it. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    static final AggregateType<Correspondence> CORRESPONDENCE =
            new AggregateType<>(Correspondence.class, "correspondence", "code");

    @Bean
    AggregateStore<Correspondence> correspondence(Relays relays) {
        return relays.store(CORRESPONDENCE);
    }

    @Bean
    Inboxes inboxes(AggregateStore<Correspondence> store) {
        return new Inboxes(store);
    }

    @Bean
    Words words() {
        return new Words();
    }

    /** While a restore sets the group back, nobody may listen. */
    @Bean
    @ConditionalOnProperty(name = "tongban.restore", havingValue = "false", matchIfMissing = true)
    Subscription subscription(AggregateStore<Correspondence> store, Clock clock) {
        return new Subscription(
                "notification-service", Map.of(new Source("application"), handlers(store, new Writing(clock))));
    }

    static EventHandlers<Correspondence> handlers(AggregateStore<Correspondence> store, Writing writing) {
        return EventHandlers.bornBy(store, Correspondence::about)
                .on("application.submitted.v1", writing::submitted)
                .on("application.case-accepted.v1", writing::accepted)
                .on("application.case-not-accepted.v1", writing::notAccepted)
                .on("application.correction-requested.v1", writing::correctionRequested)
                .on("application.case-suspended.v1", writing::suspended)
                .on("application.case-extended.v1", writing::extended)
                .on("application.case-decided.v1", writing::decided)
                .on("application.case-terminated.v1", writing::terminated)
                .on("application.result-delivered.v1", writing::delivered);
    }
}
