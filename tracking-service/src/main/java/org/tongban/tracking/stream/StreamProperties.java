package org.tongban.tracking.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How entries are streamed.
 *
 * @param heartbeat the pause between two signs of life on a quiet stream
 * @param lifetime after which a stream ends and the browser opens it anew, with a token that is checked again
 * @param watchers how many streams one instance holds at most; 0 takes it from the heap, 500 for 256 MB
 * @param perCode how many of them one code may have
 * @param perPerson how many one person may have
 * @param perAddress how many may come from one address without anybody signed in
 * @param threads how many timelines are read for them at a time
 */
@ConfigurationProperties("tongban.stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration lifetime,
        @DefaultValue("0") int watchers,
        @DefaultValue("50") int perCode,
        @DefaultValue("10") int perPerson,
        @DefaultValue("20") int perAddress,
        @DefaultValue("4") int threads) {
    /** A stream takes about a hundred kilobytes, most of it the server's buffers: a fifth of the heap for all of them. */
    private static final long HEAP_FOR_EACH = 500_000;

    StreamProperties {
        watchers = watchers > 0
                ? watchers
                : (int) Math.min(10_000, Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH));
    }

    int mostOf(Seats.Holder holder) {
        return holder.isPerson() ? perPerson : perAddress;
    }
}
