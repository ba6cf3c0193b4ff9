package org.tongban.tracking.light;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.loop.Loop;
import org.tongban.tracking.WhileServing;
import org.tongban.tracking.reconciliation.Reconciliation;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the lights. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LightProperties.class)
class LightConfiguration {
    @Bean
    LightWatch lightWatch(Timelines timelines, Chronicle chronicle, Reconciliation reconciliation, Clock clock) {
        return new LightWatch(timelines, chronicle, reconciliation, clock);
    }

    @Bean
    @WhileServing
    Loop lightRounds(LightWatch watch, LightProperties properties) {
        return new Loop("light-watch", properties.every(), watch::round);
    }
}
