package org.tongban.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Set;

/**
 * Tells the store's own troubles, which pass by themselves, from its verdicts about this very document or command, which
 * would be the same at every later try.
 */
public final class StoreTrouble {
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

    private StoreTrouble() {}

    /** Whether waiting helps: for a primary, for space, for a password that was changed. */
    public static boolean passes(Throwable thrown) {
        if (thrown instanceof MongoException mongo) {
            return LABELS.stream().anyMatch(mongo::hasErrorLabel) || !isFinal(mongo);
        }
        return isClosedClient(thrown);
    }

    private static boolean isFinal(MongoException mongo) {
        if (mongo instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().anyMatch(error -> FINAL.contains(error.getCode()));
        }
        int code = mongo instanceof MongoWriteException write ? write.getError().getCode() : mongo.getCode();
        return FINAL.contains(code);
    }

    /** The driver's own words when the service ends meanwhile; its next start, or another instance, does it. */
    private static boolean isClosedClient(Throwable thrown) {
        return thrown instanceof IllegalStateException && "state should be: open".equals(thrown.getMessage());
    }
}
