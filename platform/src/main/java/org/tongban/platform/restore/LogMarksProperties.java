package org.tongban.platform.restore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every the pause between two moves of the marks; so much is heard again after a start
 * @param acceptLoss whether to start although the broker has lost a part of this service's log
 */
@ConfigurationProperties("tongban.log-marks")
record LogMarksProperties(
        @DefaultValue("30s") Duration every,
        @DefaultValue("false") boolean acceptLoss) {}
