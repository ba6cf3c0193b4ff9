package org.tongban.platform.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home of the one clock; everybody else is given the time, so that a test can hold it. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** UTC in whole milliseconds: the finest that the store keeps, so an instant reads the same before and after. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(ClockOffset offset) {
        Clock machine = Clock.tickMillis(ZoneOffset.UTC);
        return offset.ahead().isZero() ? machine : Clock.offset(machine, offset.ahead());
    }

    @Bean
    ClockOffset clockOffset(
            @Value("${tongban.clock.offset:PT0S}") String ahead,
            @Value("${tongban.public-base:http://localhost}") String publicBase) {
        return ClockOffset.of(DurationStyle.detectAndParse(ahead), publicBase);
    }
}
