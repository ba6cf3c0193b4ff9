package org.tongban.tracking.supervision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.tracking.WhileServing;
import org.tongban.tracking.timeline.Timelines;

/** The room of the supervisors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupervisionProperties.class)
class SupervisionConfiguration {
    @Bean
    Shells shells(Timelines timelines, SupervisionProperties properties, Clock clock) {
        return new Shells(timelines, properties, clock);
    }

    @Bean
    ShellWatch shellWatch(Shells shells) {
        return new ShellWatch(shells);
    }

    @Bean
    @WhileServing
    Loop shellRounds(ShellWatch watch, SupervisionProperties properties, Leases leases) {
        return Loop.inOneInstance(leases, "shell-watch", properties.every(), watch::round);
    }

    @Bean
    MeterBinder shellsGauge(Shells shells) {
        return registry -> Gauge.builder("tongban.shells.overdue", shells, Shells::count)
                .description("codes that were scanned more than a day ago and never submitted")
                .register(registry);
    }
}
