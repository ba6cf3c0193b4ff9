package org.tongban.journeys.bench;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/** One collection of a service: its indexes, documents of its shape, and the statements that the service makes. */
interface Shelf {
    String collection();

    /** Declares the indexes that the service declares. */
    void declare(MongoCollection<Document> documents);

    /**
     * Document number {@code n}, from 0.
     *
     * @param of how many there are in all
     */
    Document document(int n, int of);

    List<Statement> statements(int of);
}
