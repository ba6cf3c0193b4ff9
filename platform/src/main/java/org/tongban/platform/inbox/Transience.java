package org.tongban.platform.inbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.tongban.platform.inbox.DeadLetters.NotBuried;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.FarSideDown;

/**
 * Tells what will go away by waiting (the store, the broker, a lost race) from what will not.
 *
 * <p>Of what the store says, only a verdict about this very document or command is final: a healthy event waits for a
 * primary, for space, for a password that was changed, however long that takes, and goes to no dead letters.
 */
final class Transience {
    /**
     * MongoDB's codes for what will be said again at every later try: BadValue, FailedToParse, TypeMismatch,
     * PathNotViable, ConflictingUpdateOperators, DocumentValidationFailure, DuplicateKey (three codes),
     * BSONObjectTooLarge, KeyTooLong, and the two for a document that an update would make too large.
     */
    private static final Set<Integer> FINAL =
            Set.of(2, 9, 14, 28, 40, 121, 11000, 11001, 12582, 10334, 17280, 17419, 17420);

    private static final Set<String> LABELS = Set.of(
            MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL,
            MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL,
            "RetryableWriteError");

    private Transience() {}

    static boolean of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo) {
                return LABELS.stream().anyMatch(mongo::hasErrorLabel) || !isFinal(mongo);
            }
            if (cause instanceof RetriableException
                    || cause instanceof Busy
                    || cause instanceof NotBuried
                    || cause instanceof FarSideDown
                    || isClosedClient(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinal(MongoException mongo) {
        if (mongo instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().anyMatch(error -> FINAL.contains(error.getCode()));
        }
        int code = mongo instanceof MongoWriteException write ? write.getError().getCode() : mongo.getCode();
        return FINAL.contains(code);
    }

    /** The driver's own words when the service ends while an event is under way; its next start hears it again. */
    private static boolean isClosedClient(Throwable cause) {
        return cause instanceof IllegalStateException && "state should be: open".equals(cause.getMessage());
    }
}
