package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that a search found.
 *
 * @param matched the fields of it that the search looks at
 */
@SuppressWarnings("ArrayRecordComponent") // hits are read, never compared with each other
record Hit(Key position, byte[] stored, Document matched) {

    /** A copy of all of it. */
    Document document() {
        return StoredForm.read(stored);
    }

    int size() {
        return stored.length;
    }
}
