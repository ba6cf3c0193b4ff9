package org.tongban.platform.aggregate;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.tongban.platform.event.Source;

/**
 * An aggregate as it was read, with the counters round it.
 *
 * @param state the aggregate
 * @param version counts the writes; the guard of the next one
 */
public record Stored<T>(T state, long version, BsonDocument document) {
    /** The last sequence told by this source for this aggregate, 0 when none was. */
    public long told(Source source) {
        return number(document.getDocument(Layout.SEQUENCES, new BsonDocument()), source.name());
    }

    /** The last sequence of that source heard by this aggregate, 0 when none was. */
    public long heard(Source source) {
        return Position.of(document, source).last();
    }

    /** How many numbers this document has given up, of whatever source it hears. */
    public static long givenUp(BsonDocument document) {
        return Position.givenUp(document);
    }

    static long number(BsonDocument document, String field) {
        BsonValue value = document.get(field, new BsonInt64(0));
        return value.asNumber().longValue();
    }
}
