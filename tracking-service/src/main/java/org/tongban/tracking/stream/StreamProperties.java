package org.tongban.tracking.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How entries are streamed.
 *
 * @param heartbeat the pause between two signs of life on a quiet stream
 * @param lifetime after which a stream ends and the browser opens it anew, with a token that is checked again
 * @param watchers how many streams one instance holds at most
 * @param threads how many of them are written to at a time
 */
@ConfigurationProperties("tongban.stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration lifetime,
        @DefaultValue("2000") int watchers,
        @DefaultValue("4") int threads) {}
