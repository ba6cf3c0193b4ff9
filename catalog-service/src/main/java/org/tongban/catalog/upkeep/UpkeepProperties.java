package org.tongban.catalog.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fresh the memory is.
 *
 * @param every the pause between two looks for what other instances have changed
 */
@ConfigurationProperties("tongban.upkeep")
record UpkeepProperties(@DefaultValue("2s") Duration every) {
    UpkeepProperties {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("tongban.upkeep.every must be longer than nothing");
        }
    }
}
