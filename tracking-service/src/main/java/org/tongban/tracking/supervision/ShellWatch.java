package org.tongban.tracking.supervision;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says aloud when there are more, or fewer, scanned codes that nobody submitted. */
final class ShellWatch {
    private static final int NAMED_IN_THE_LOG = 10;
    private static final Logger log = LoggerFactory.getLogger(ShellWatch.class);

    private final Shells shells;
    private volatile long last;

    ShellWatch(Shells shells) {
        this.shells = shells;
    }

    void round() {
        long now = shells.count();
        if (now != last && now > 0) {
            List<String> oldest = shells.overdue(null, NAMED_IN_THE_LOG).stream()
                    .map(shell -> shell.code().value())
                    .toList();
            log.error(
                    "{} codes were scanned and never submitted, the oldest are {}: look where they come from",
                    now,
                    oldest);
        }
        last = now;
    }

    /** As counted in the last round. */
    long count() {
        return last;
    }
}
