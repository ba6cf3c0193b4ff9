package org.tongban.platform.inbox;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import org.apache.kafka.common.errors.RetriableException;
import org.tongban.platform.inbox.DeadLetters.NotBuried;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.FarSideDown;

/** Tells what will go away by waiting (the store, the broker, a lost race) from what will not. */
final class Transience {
    private Transience() {}

    static boolean of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo) {
                return !(mongo instanceof MongoWriteException || mongo instanceof MongoCommandException);
            }
            if (cause instanceof RetriableException
                    || cause instanceof Busy
                    || cause instanceof NotBuried
                    || cause instanceof FarSideDown) {
                return true;
            }
        }
        return false;
    }
}
