package org.tongban.application.custody;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.platform.event.Source;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.inbox.Subscription;

@Configuration(proxyBeanMethods = false)
class CustodyConfiguration {
    @Bean
    Subscription subscription(Applications applications, LegalClock clock) {
        return new Subscription(
                "application-service", Map.of(new Source("tracking"), handlers(applications, new Counter(clock))));
    }

    static EventHandlers<Application> handlers(Applications applications, Counter counter) {
        return applications.listening().on(RecordedScan.TYPE, RecordedScan.class, counter::scanned);
    }
}
