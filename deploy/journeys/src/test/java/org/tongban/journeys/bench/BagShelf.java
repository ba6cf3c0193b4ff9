package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/** Bags, each with its list; five submissions were cut off. */
final class BagShelf implements Shelf {
    private static final int CUT_OFF = 5;

    @Override
    public String collection() {
        return "bags";
    }

    @Override
    public void declare(MongoCollection<Document> documents) {
        Aggregates.declare(documents);
        documents.createIndex(Indexes.ascending("submitting"), new IndexOptions().sparse(true));
    }

    @Override
    public Document document(int n, int of) {
        Document bag = new Document("_id", Made.code(n))
                .append("owner", Made.owner(n, of))
                .append("listJson", Made.text(3_000))
                .append("expiresAt", Made.date(n));
        if (n < CUT_OFF) {
            bag.append("submitting", Made.date(n));
        }
        return Aggregates.framed(bag, n);
    }

    @Override
    public List<Statement> statements(int of) {
        return List.of(
                Aggregates.load("bag"),
                Aggregates.decide("bag: fill, guarded", Updates.set("given", List.of("document"))),
                new Statement(
                        "submissions that were cut off",
                        (documents, n) -> Statement.count(documents
                                .find(lt("submitting", Made.date(CUT_OFF)))
                                .projection(include("_id"))
                                .sort(Sorts.ascending("submitting"))
                                .limit(200))));
    }
}
