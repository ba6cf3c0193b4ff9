package org.tongban.application.review;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.identity.Heads;
import org.tongban.application.intake.Applications;
import org.tongban.platform.event.Source;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.restore.OwnLog;
import org.tongban.platform.restore.RaisedSequences;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewProperties.class)
class ReviewConfiguration {
    @Bean
    Reviews reviews(Applications applications, LegalClock legal, Clock clock) {
        return new Reviews(applications, legal, clock);
    }

    @Bean
    Approval approval(Heads heads) {
        return new Approval(heads);
    }

    @Bean
    ReceiptNumbers receiptNumbers(MongoDatabase database) {
        return new ReceiptNumbers(database);
    }

    /** What the log holds and a store that was put back does not: neither its event nor its receipt numbers come twice. */
    @Bean
    OwnLog ownLog(MongoDatabase database, ReceiptNumbers numbers, Clock clock) {
        return new RaisedSequences(
                new Source("application"),
                database,
                Applications.TYPE.collection(),
                clock,
                event -> event.data().path("receiptNo").asStringOpt().ifPresent(numbers::given));
    }

    @Bean
    SilenceRule silenceRule(Applications applications, ReceiptNumbers numbers, LegalClock legal, Clock clock) {
        return new SilenceRule(applications, numbers, legal, clock);
    }

    @Bean
    Loop silence(SilenceRule rule, ReviewProperties properties, Leases leases, Clock clock) {
        return Loop.inOneInstance(leases, "silence", properties.silenceEvery(), () -> {
            // nothing takes an acceptance back that a clock set forward has made
            if (leases.trust(clock)) {
                rule.fire();
            }
        });
    }
}
