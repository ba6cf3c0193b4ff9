package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;

/**
 * Whether this store is the primary of its set of one. {@code {replSetStepDown: 5}} on {@code admin} makes it say for
 * five seconds what a primary says that has just lost an election, so that one machine can see what a failover does.
 */
final class Primacy {

    static final String STEP_DOWN = "replSetStepDown";
    static final String SET = "tongban";

    private static final int BAD_VALUE = 2;
    private static final int LONGEST_SECONDS = 600;
    /** A driver believes it even of a server whose code it does not know. */
    private static final String LABEL = "RetryableWriteError";

    private long terms;
    private long backAt = System.nanoTime();

    /** Says that a command was not carried out, or that nobody knows whether it was. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Document answer;

        Refused(Document answer) {
            super(String.valueOf(answer.get("errmsg")), null, false, false);
            this.answer = answer;
        }

        Document answer() {
            return answer;
        }
    }

    /** Counts how often it was given up: an answer of another term than its command is not certain to last. */
    synchronized long term() {
        return terms;
    }

    synchronized boolean isHeld() {
        return System.nanoTime() - backAt >= 0;
    }

    /** @throws Refused when only a primary can do it and this is none just now */
    void require(Use use) {
        if (use == Use.NONE || isHeld()) {
            return;
        }
        throw new Refused(
                use.writes()
                        ? labelled(error(10107, "NotWritablePrimary", "not primary"))
                        : error(13435, "NotPrimaryNoSecondaryOk", "not primary and secondaryOk=false"));
    }

    /** The answer to {@code replSetStepDown}: from now on until that many seconds later this is no primary. */
    Document stepDown(Document command) {
        require(Use.WRITE);
        long seconds = command.get(STEP_DOWN) instanceof Number number ? number.longValue() : 0;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new Refused(error(BAD_VALUE, "BadValue", "step down for 1 to " + LONGEST_SECONDS + " seconds"));
        }
        synchronized (this) {
            backAt = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            terms++;
        }
        return new Document("ok", 1.0);
    }

    /** For a command that was under way when the primary changed; what it did may have been done. */
    static Document interrupted() {
        return labelled(
                error(11602, "InterruptedDueToReplStateChange", "operation was interrupted by a change of primary"));
    }

    /** Completes what a driver hears of the set, and of this member's place in it. */
    void describe(Document hello, String address) {
        boolean held = isHeld();
        hello.append("ismaster", held)
                .append("isWritablePrimary", held)
                .append("secondary", !held)
                .append("setName", SET)
                .append("setVersion", 1)
                .append("hosts", List.of(address))
                .append("me", address);
        hello.putIfNotNull("primary", held ? address : null);
    }

    private static Document labelled(Document error) {
        return error.append("errorLabels", List.of(LABEL));
    }

    private static Document error(int code, String name, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
