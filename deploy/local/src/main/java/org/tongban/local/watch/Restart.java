package org.tongban.local.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a part that ended by itself.
 *
 * @param state where it stands now
 * @param total how often it was started again since a person last did
 * @param inARow how often without staying for a while
 * @param at when it was started again, or will be, or was given up
 * @param reason the last it said
 */
public record Restart(State state, int total, int inARow, Instant at, String reason) {

    /** Some five minutes in growing pauses, then ten more of one each. */
    public static final int AT_MOST = 15;

    /** Who stays for so long has recovered. */
    static final Duration STEADY = Duration.ofMinutes(5);

    private static final List<Integer> PAUSES = List.of(1, 2, 4, 8, 16, 32, 60);

    /** Where it stands. */
    public enum State {
        /** It ended, and is started again at that time. */
        WAITING,
        /** It was started again. */
        STARTED,
        /** It ended too often; a person has to look. */
        GIVEN_UP
    }

    static Restart never() {
        return new Restart(State.STARTED, 0, 0, Instant.EPOCH, "");
    }

    /** It ended, once more perhaps. */
    Restart ended(Instant now, String why) {
        int row = now.isAfter(at.plus(STEADY)) ? 0 : inARow;
        return row >= AT_MOST
                ? new Restart(State.GIVEN_UP, total, row, now, why)
                : new Restart(State.WAITING, total, row, now.plusSeconds(pause(row)), why);
    }

    Restart started(Instant now) {
        return new Restart(State.STARTED, total + 1, inARow + 1, now, reason);
    }

    /** It could not even be started. */
    Restart failed(Instant now, String why) {
        return started(now).ended(now, why);
    }

    private static int pause(int row) {
        return PAUSES.get(Math.min(row, PAUSES.size() - 1));
    }
}
