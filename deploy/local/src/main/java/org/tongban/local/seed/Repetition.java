package org.tongban.local.seed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.tongban.local.http.Answer;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Refused;

/**
 * Asks again for as long as the answer is "not now": somebody is slow, restarts, or still works at the same command. The call
 * has to be one that may be repeated: a PUT, or a POST under one key.
 */
final class Repetition {

    private static final Set<Integer> NOT_NOW = Set.of(409, 429, 502, 503, 504);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** With its pauses some five minutes, more if each answer takes its time. */
    static final int AT_MOST = 32;

    private final String what;

    private final Rest rest;

    private final Progress progress;

    /** @param what is loaded, as progress is told */
    Repetition(String what, Rest rest, Progress progress) {
        this.what = what;
        this.rest = rest;
        this.progress = progress;
    }

    /** What waits between two tries. */
    @FunctionalInterface
    interface Rest {

        void pause(Duration time);

        /** Really waits. */
        static Rest sleeping() {
            return time -> {
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Refused("The command was interrupted.", e);
                }
            };
        }
    }

    /** The first answer that is not "not now", or the last one. */
    Answer of(Supplier<Answer> call) {
        for (int tries = 1; ; tries++) {
            try {
                Answer answer = call.get();
                if (!NOT_NOW.contains(answer.status()) || tries == AT_MOST) {
                    return answer;
                }
                tellFirst(tries, answer.asked() + " answered " + answer.status());
            } catch (Refused e) {
                if (!(e.getCause() instanceof IOException) || tries == AT_MOST) {
                    throw e;
                }
                tellFirst(tries, e.getMessage());
            }
            rest.pause(PAUSES.get(Math.min(tries, PAUSES.size()) - 1));
        }
    }

    private void tellFirst(int tries, String why) {
        if (tries == 1) {
            progress.tell(what, why + "; it is repeated");
        }
    }
}
