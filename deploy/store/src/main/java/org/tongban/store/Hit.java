package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that a search found.
 *
 * @param size of its stored form in bytes
 */
record Hit(Key position, Document document, int size) {}
