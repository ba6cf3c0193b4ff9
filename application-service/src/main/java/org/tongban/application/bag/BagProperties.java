package org.tongban.application.bag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long bags live.
 *
 * @param lifetime how long a bag can be filled and submitted, never longer than its list is valid
 * @param consent how long a document may be used for the purpose it was put into a bag for
 * @param most how many bags one person may have that are neither submitted nor over
 * @param kept how long a bag that is over and was never submitted is kept
 * @param stuckAfter how long a submission may be on its way before the sweeper finishes it
 * @param sweepEvery how often the sweeper looks
 */
@ConfigurationProperties("tongban.bag")
record BagProperties(
        @DefaultValue("30d") Duration lifetime,
        @DefaultValue("180d") Duration consent,
        @DefaultValue("50") int most,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("30s") Duration stuckAfter,
        @DefaultValue("10s") Duration sweepEvery) {}
