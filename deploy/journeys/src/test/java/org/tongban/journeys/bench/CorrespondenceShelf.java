package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/** Messages by code, two of five not read. */
final class CorrespondenceShelf implements Shelf {
    private static final int MESSAGES = 5;
    private static final int UNREAD_COUNTED = 100;

    @Override
    public String collection() {
        return "correspondence";
    }

    @Override
    public void declare(MongoCollection<Document> documents) {
        Aggregates.declare(documents);
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending("owner"), Indexes.descending("lastMessageAt")));
        documents.createIndex(Indexes.ascending("owner", "unread"));
    }

    @Override
    public Document document(int n, int of) {
        Document about = new Document("_id", Made.code(n))
                .append("owner", Made.owner(n, of))
                .append(
                        "messages",
                        IntStream.range(0, MESSAGES)
                                .mapToObj(CorrespondenceShelf::message)
                                .toList())
                .append("unread", 2)
                .append("lastMessageAt", Made.date(n));
        return Aggregates.framed(about, n);
    }

    private static Document message(int no) {
        return new Document("id", "message-" + no)
                .append("at", Made.date(no))
                .append("type", "application.case-accepted.v1")
                .append("facts", Made.text(200))
                .append("read", no > 1);
    }

    @Override
    public List<Statement> statements(int of) {
        return List.of(
                new Statement(
                        "inbox, newest first",
                        (documents, n) -> Statement.count(documents
                                .find(eq("owner", Made.owner(n, of)))
                                .sort(Sorts.descending("lastMessageAt")))),
                new Statement(
                        "unread, counted",
                        (documents, n) -> Statement.count(documents
                                .find(and(eq("owner", Made.owner(n, of)), gt("unread", 0)))
                                .projection(include("unread"))
                                .limit(UNREAD_COUNTED))),
                Aggregates.decide("notification: hear, guarded", Updates.push("messages", message(0))));
    }
}
