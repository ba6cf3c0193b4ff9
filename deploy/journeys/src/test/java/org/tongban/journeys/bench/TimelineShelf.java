package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/** Timelines of eight entries. */
final class TimelineShelf implements Shelf {
    private static final int ENTRIES = 8;
    private static final int AT_ONCE = 500;

    @Override
    public String collection() {
        return "timelines";
    }

    @Override
    public void declare(MongoCollection<Document> documents) {
        Aggregates.declare(documents);
        documents.createIndex(Indexes.ascending("lightsDue"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("shellSince"), new IndexOptions().sparse(true));
    }

    @Override
    public Document document(int n, int of) {
        Document timeline = new Document("_id", Made.code(n))
                .append("standing", new Document("owner", Made.owner(n, of)).append("status", "IN_PROGRESS"))
                .append(
                        "entries",
                        IntStream.rangeClosed(1, ENTRIES)
                                .mapToObj(TimelineShelf::entry)
                                .toList())
                .append("lightsDue", n < 10 ? "2026-01-04" : "2026-02-" + (10 + n % 18));
        return Aggregates.framed(timeline, n);
    }

    private static Document entry(int no) {
        return new Document("formula", 1)
                .append("no", no)
                .append("source", "/application")
                .append("sourceSequence", (long) no)
                .append("at", Made.date(no))
                .append("type", "application.case-accepted.v1")
                .append("salt", "0".repeat(22))
                .append("facts", "{\"caseNo\":1,\"stage\":\"ACCEPTED\",\"receiptNo\":\"" + "0".repeat(120) + "\"}")
                .append("factsDigest", "0".repeat(64))
                .append("previous", "0".repeat(64))
                .append("hash", "0".repeat(64));
    }

    @Override
    public List<Statement> statements(int of) {
        return List.of(
                Aggregates.load("timeline"),
                Aggregates.decide("timeline: append, guarded", Updates.push("entries", entry(ENTRIES + 1))),
                new Statement(
                        "lights that are due",
                        (documents, n) -> Statement.count(documents
                                .find(lte("lightsDue", "2026-01-05"))
                                .projection(include("_id"))
                                .sort(Sorts.ascending("lightsDue"))
                                .limit(AT_ONCE))),
                new Statement(
                        "own positions of many codes",
                        (documents, n) -> Statement.count(documents
                                .find(in(
                                        "_id",
                                        IntStream.range(0, AT_ONCE)
                                                .mapToObj(i -> Made.code((n + i) % of))
                                                .toList()))
                                .projection(include("positions", "sendFailures")))));
    }
}
