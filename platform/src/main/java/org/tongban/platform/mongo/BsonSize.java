package org.tongban.platform.mongo;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** How many bytes something takes in a stored document. */
public final class BsonSize {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private BsonSize() {}

    public static int of(BsonDocument document) {
        return of(new RawBsonDocument(document, CODEC));
    }

    public static int of(RawBsonDocument document) {
        return document.getByteBuffer().remaining();
    }

    /** Of a field's value, with a field round it. */
    public static int of(BsonValue value) {
        return of(new BsonDocument("", value));
    }

    public static BsonDocument decoded(RawBsonDocument document) {
        return document.decode(CODEC);
    }
}
