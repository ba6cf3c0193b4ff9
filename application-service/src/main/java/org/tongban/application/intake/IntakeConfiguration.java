package org.tongban.application.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.clock.LegalClock;
import org.tongban.platform.outbox.Relays;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    Applications applications(Relays relays) {
        return new Applications(relays.store(Applications.TYPE));
    }

    @Bean
    Intake intake(Applications applications, LegalClock clock) {
        return new Intake(applications, clock);
    }
}
