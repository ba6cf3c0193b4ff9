package org.tongban.application.result;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.intake.Applications;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResultProperties.class)
class ResultConfiguration {
    @Bean
    Results results(Applications applications, IssuedDocuments documents, Clock clock) {
        return new Results(applications, documents, clock);
    }

    @Bean
    Loop issuing(Results results, ResultProperties properties, Leases leases) {
        return Loop.inOneInstance(
                leases, "issuing", properties.sweepEvery(), () -> results.sweep(properties.stuckAfter()));
    }
}
