package org.tongban.platform.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home of the one clock; everybody else is given the time, so that a test can hold it. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** UTC in whole milliseconds: the finest that the store keeps, so an instant reads the same before and after. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
