package org.tongban.application.clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LightProperties.class)
class ClockConfiguration {
    @Bean
    WorkingCalendar workingCalendar() {
        return HolidayNotices.calendar();
    }

    @Bean
    LegalClock legalClock(WorkingCalendar calendar, LightProperties lights) {
        return new LegalClock(calendar, new LightRule(lights.yellowPercent(), lights.yellowWorkingDays()));
    }
}
