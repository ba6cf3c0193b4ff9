package org.tongban.platform.outbox;

import java.time.Duration;

/** Settings of a relay in tests. */
final class RelaySamples {
    static final RelayProperties PROPERTIES = new RelayProperties(
            2,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    private RelaySamples() {}
}
