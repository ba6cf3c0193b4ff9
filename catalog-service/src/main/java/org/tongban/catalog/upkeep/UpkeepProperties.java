package org.tongban.catalog.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fresh the memory is.
 *
 * @param every the pause between two looks for what other instances have changed
 * @param anew the pause between two times that the index is made anew from the store
 * @param sweep the pause between two sweeps of lists that nobody has used
 */
@ConfigurationProperties("tongban.upkeep")
record UpkeepProperties(
        @DefaultValue("2s") Duration every,
        @DefaultValue("24h") Duration anew,
        @DefaultValue("1h") Duration sweep) {
    UpkeepProperties {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("tongban.upkeep.every must be longer than nothing");
        }
        if (sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException("tongban.upkeep.sweep must be longer than nothing");
        }
        if (anew.isNegative() || anew.isZero()) {
            throw new IllegalArgumentException("tongban.upkeep.anew must be longer than nothing");
        }
    }
}
