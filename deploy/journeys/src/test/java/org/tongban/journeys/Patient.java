package org.tongban.journeys;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import org.tongban.local.place.Refused;

/**
 * A client that repeats what got no answer, with the same Idempotency-Key, until somebody has answered. Nothing else
 * makes it repeat: what is refused is refused.
 */
final class Patient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = Duration.ofMillis(150).toNanos();

    private final Conversation caller;

    Patient(Conversation caller) {
        this.caller = caller;
    }

    Answer post(String path, Object body) {
        Conversation keyed = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        return untilAnswered(path, with -> keyed.post(path, body));
    }

    Answer put(String path, Object body) {
        return untilAnswered(path, with -> caller.put(path, body));
    }

    Answer get(String path) {
        return untilAnswered(path, with -> caller.get(path));
    }

    private Answer untilAnswered(String path, Function<Conversation, Answer> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Answer answer = call.apply(caller);
                if (!isNone(answer)) {
                    return answer;
                }
            } catch (Refused noAnswer) {
                // the connection broke: whether it was done is unknown, the key will tell
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("no answer from " + path + " for " + PATIENCE);
    }

    private static boolean isNone(Answer answer) {
        boolean stillBeingHandled =
                answer.status() == 409 && answer.body().contains("https://tongban.org/problems/in-flight");
        return answer.status() >= 500 || answer.status() == 429 || stillBeingHandled;
    }
}
