package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What owners keep in their store of documents. */
final class DocumentShelf implements Shelf {
    private static final Bson NEWEST_FIRST = Sorts.descending("addedAt", "_id");

    @Override
    public String collection() {
        return "documents";
    }

    @Override
    public void declare(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending("owner", "addedAt"));
        documents.createIndex(Indexes.ascending("owner", "kind"));
    }

    @Override
    public Document document(int n, int of) {
        return new Document("_id", Made.code(n))
                .append("owner", Made.owner(n, of))
                .append("kind", "kind-" + n % 7)
                .append("holder", "person")
                .append("digest", "sha-256:" + "0".repeat(64))
                .append("mediaType", "application/pdf")
                .append("addedAt", Made.date(n));
    }

    @Override
    public List<Statement> statements(int of) {
        return List.of(
                new Statement(
                        "documents of an owner, newest first",
                        (documents, n) -> Statement.count(documents
                                .find(eq("owner", Made.owner(n, of)))
                                .sort(NEWEST_FIRST)
                                .limit(21))),
                new Statement(
                        "documents behind a cursor",
                        (documents, n) -> Statement.count(documents
                                .find(and(
                                        eq("owner", Made.owner(n, of)),
                                        lte("addedAt", Made.date(of)),
                                        or(lt("addedAt", Made.date(of)), lt("_id", Made.code(n)))))
                                .sort(NEWEST_FIRST)
                                .limit(21))),
                new Statement(
                        "documents that would fit",
                        (documents, n) -> Statement.count(documents
                                .find(and(
                                        eq("owner", Made.owner(n, of)),
                                        in("kind", List.of("kind-" + n % 7, "kind-" + (n + 1) % 7))))
                                .sort(NEWEST_FIRST)
                                .limit(20))),
                new Statement(
                        "documents by their ids",
                        (documents, n) -> Statement.count(documents.find(in(
                                "_id",
                                IntStream.range(0, 10)
                                        .mapToObj(i -> Made.code((n + i * 97) % of))
                                        .toList())))));
    }
}
