package org.tongban.application.result;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.intake.Applications;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.outbox.Lease;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResultProperties.class)
class ResultConfiguration {
    @Bean
    Results results(Applications applications, IssuedDocuments documents, Clock clock) {
        return new Results(applications, documents, clock);
    }

    @Bean
    Loop issuing(Results results, ResultProperties properties, MongoDatabase database, Clock clock) {
        Lease lease = new Lease(database, "issuing", Duration.ofMinutes(1), clock);
        return new Loop("issuing", properties.sweepEvery(), () -> {
            if (lease.taken()) {
                results.sweep(properties.stuckAfter());
            }
        });
    }
}
