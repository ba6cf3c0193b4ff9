package org.tongban.application.identity;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.farside.FarSides;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    Desks desks(FarSides farSides, Clock clock) {
        return new KnownDesks(farSides.asSystem("identity"), clock);
    }

    @Bean
    Heads heads(FarSides farSides, Clock clock) {
        return new KnownHeads(farSides.asSystem("identity"), clock);
    }

    @Bean
    VerifiedNames verifiedNames(FarSides farSides) {
        return new VerifiedNames(farSides.asSystem("identity"));
    }
}
