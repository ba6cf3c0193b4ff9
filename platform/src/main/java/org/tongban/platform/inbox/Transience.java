package org.tongban.platform.inbox;

import com.mongodb.MongoException;
import org.apache.kafka.common.errors.RetriableException;
import org.tongban.platform.inbox.DeadLetters.NotBuried;
import org.tongban.platform.mongo.StoreTrouble;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.FarSideDown;

/**
 * Tells what will go away by waiting (the store, the broker, a lost race) from what will not.
 *
 * <p>Of what the store says, only a verdict about this very document or command is final: a healthy event waits for a
 * primary, for space, for a password that was changed, however long that takes, and goes to no dead letters.
 */
final class Transience {
    private Transience() {}

    static boolean of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (StoreTrouble.passes(cause)
                    || cause instanceof RetriableException
                    || cause instanceof Busy
                    || cause instanceof NotBuried
                    || cause instanceof FarSideDown) {
                return true;
            }
            if (cause instanceof MongoException) {
                return false;
            }
        }
        return false;
    }
}
