package org.tongban.application.review;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Applications;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewProperties.class)
class ReviewConfiguration {
    @Bean
    Reviews reviews(Applications applications, LegalClock legal, Clock clock) {
        return new Reviews(applications, legal, clock);
    }

    @Bean
    ReceiptNumbers receiptNumbers(MongoDatabase database) {
        return new ReceiptNumbers(database);
    }

    @Bean
    SilenceRule silenceRule(Applications applications, ReceiptNumbers numbers, LegalClock legal, Clock clock) {
        return new SilenceRule(applications, numbers, legal, clock);
    }

    @Bean
    Loop silence(SilenceRule rule, ReviewProperties properties, Leases leases) {
        return Loop.inOneInstance(leases, "silence", properties.silenceEvery(), rule::fire);
    }
}
