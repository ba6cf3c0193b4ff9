package org.tongban.application.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a case's light turns yellow; it is red when the limit is past.
 *
 * @param yellowPercent when no more than this part of the limit remains, in percent
 * @param yellowWorkingDays or no more than so many working days
 */
@ConfigurationProperties("tongban.lights")
record LightProperties(
        @DefaultValue("20") int yellowPercent,
        @DefaultValue("2") int yellowWorkingDays) {
    LightProperties {
        if (yellowPercent < 0 || yellowPercent > 100 || yellowWorkingDays < 0) {
            throw new IllegalArgumentException("tongban.lights: a percentage and a number of days, not negative");
        }
    }
}
