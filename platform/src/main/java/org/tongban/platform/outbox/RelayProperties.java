package org.tongban.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave the store.
 *
 * @param threads how many codes one instance sends for at a time
 * @param sendTimeout how long one event may wait for its acknowledgement
 * @param sweepEvery how often the sweeper looks for what a crash left
 * @param grace how old a pending code must be for the sweeper; the bell takes what is younger
 * @param lease how long one instance is the sweeper after its last sign of life
 * @param firstPause the pause after a first failure; doubles with each further one
 * @param longestPause the longest pause between two tries
 */
@ConfigurationProperties("tongban.relay")
public record RelayProperties(
        @DefaultValue("4") int threads,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("3s") Duration grace,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("60s") Duration longestPause) {}
