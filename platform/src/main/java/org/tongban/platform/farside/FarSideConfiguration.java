package org.tongban.platform.farside;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The clients of other services. */
@AutoConfiguration(
        afterName = "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration")
@ConditionalOnBean(CircuitBreakerRegistry.class)
@EnableConfigurationProperties(FarSideProperties.class)
class FarSideConfiguration {
    @Bean
    FarSides farSides(
            Environment environment, CircuitBreakerRegistry breakers, FarSideProperties properties, Clock clock) {
        KnownSecrets.refuse(environment.getProperty("tongban.public-base", "http://localhost"), properties);
        return new FarSides(environment, breakers, properties, new ServiceToken(properties, clock));
    }
}
