package org.tongban.tracking.supervision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is called an anomaly.
 *
 * @param shellAfter how long a scanned code may wait for its submission
 * @param every the pause between two looks
 */
@ConfigurationProperties("tongban.supervision")
record SupervisionProperties(
        @DefaultValue("1d") Duration shellAfter,
        @DefaultValue("10m") Duration every) {}
