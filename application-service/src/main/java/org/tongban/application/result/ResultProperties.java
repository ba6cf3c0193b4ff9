package org.tongban.application.result;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How granted documents are looked after.
 *
 * @param sweepEvery how often an instance looks for documents that have not reached their owner's store
 * @param stuckAfter from when on they are looked after
 */
@ConfigurationProperties("tongban.result")
record ResultProperties(
        @DefaultValue("10s") Duration sweepEvery,
        @DefaultValue("30s") Duration stuckAfter) {}
