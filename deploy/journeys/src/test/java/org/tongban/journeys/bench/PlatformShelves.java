package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** The small collections: idempotency records, parked events, what far sides said, people. */
final class PlatformShelves {
    private static final AtomicLong FRESH = new AtomicLong();

    private PlatformShelves() {}

    private record Plain(
            String collection,
            Consumer<MongoCollection<Document>> indexes,
            BiFunction<Integer, Integer, Document> made,
            IntFunction<List<Statement>> asked)
            implements Shelf {
        @Override
        public void declare(MongoCollection<Document> documents) {
            indexes.accept(documents);
        }

        @Override
        public Document document(int n, int of) {
            return made.apply(n, of);
        }

        @Override
        public List<Statement> statements(int of) {
            return asked.apply(of);
        }
    }

    static Shelf idempotency() {
        return new Plain(
                "idempotency",
                records -> records.createIndex(Indexes.ascending("at")),
                (n, of) ->
                        record(key(n), n).append("answer", new Document("status", 201).append("body", Made.text(900))),
                of -> List.of(
                        new Statement("idempotency: reserve and answer", (records, n) -> {
                            String id = "person POST /api/application/bags fresh-" + FRESH.incrementAndGet();
                            records.insertOne(record(id, n));
                            return records.updateOne(
                                            eq("_id", id),
                                            Updates.combine(
                                                    Updates.set("answer", new Document("status", 201)),
                                                    Updates.unset("leaseUntil")))
                                    .getMatchedCount();
                        }),
                        new Statement(
                                "idempotency: known?",
                                (records, n) -> Statement.count(records.find(eq("_id", key(n))))),
                        new Statement(
                                "idempotency: a lease that is none",
                                (records, n) -> 1
                                        + records.updateOne(
                                                        and(
                                                                eq("_id", key(n)),
                                                                exists("answer", false),
                                                                lt("leaseUntil", Made.date(n))),
                                                        Updates.set("leaseUntil", Made.date(n)))
                                                .getMatchedCount())));
    }

    private static Document record(String id, int n) {
        return new Document("_id", id)
                .append("digest", "0".repeat(64))
                .append("reserved", Made.code(n))
                .append("leaseUntil", Made.date(n))
                .append("at", Made.date(n));
    }

    private static String key(int n) {
        return "person-" + n % 200 + " POST /api/application/bags key-" + n;
    }

    static Shelf parked() {
        return new Plain(
                "parked",
                rows -> {
                    rows.createIndex(Indexes.ascending("source", "subject", "sequence"));
                    rows.createIndex(Indexes.ascending("parkedAt"));
                },
                (n, of) -> new Document("_id", "application/" + Made.code(n) + "/2")
                        .append("source", "application")
                        .append("subject", Made.code(n))
                        .append("sequence", 2L)
                        .append("data", Made.text(600))
                        .append("parkedAt", Made.date(n)),
                of -> List.of(
                        new Statement(
                                "parked: the next of a code",
                                (rows, n) -> Statement.count(
                                        rows.find(and(eq("source", "application"), eq("subject", Made.code(n))))
                                                .sort(Sorts.ascending("sequence"))
                                                .limit(1))),
                        new Statement(
                                "parked: old holes",
                                (rows, n) -> Statement.count(rows.find(lt("parkedAt", Date.from(Made.at(100))))
                                        .sort(Sorts.ascending("parkedAt"))
                                        .limit(1_000)))));
    }

    static Shelf farPositions() {
        return new Plain(
                "far_positions",
                rows -> {},
                (n, of) -> new Document("_id", Made.code(n))
                        .append("application", new Document("sequence", 3L).append("failing", false))
                        .append("notification", new Document("sequence", 3L).append("failing", false)),
                of -> List.of(new Statement(
                        "far positions of a page",
                        (rows, n) -> Statement.count(rows.find(in(
                                "_id",
                                IntStream.range(0, 500)
                                        .mapToObj(i -> Made.code((n + i) % of))
                                        .toList()))))));
    }

    static Shelf people() {
        return new Plain(
                "people",
                people -> {
                    Aggregates.declare(people);
                    people.createIndex(
                            Indexes.ascending("residentIdDigest"),
                            new IndexOptions().unique(true).sparse(true));
                },
                (n, of) -> Aggregates.framed(
                        new Document("_id", Made.code(n)).append("residentIdDigest", "v1.0." + Made.code(n)), n),
                of -> List.of(new Statement(
                        "a proved identity",
                        (people, n) -> Statement.count(people.find(and(
                                in("residentIdDigest", List.of("v1.0." + Made.code(n), "v1.1." + Made.code(n))),
                                ne("_id", "somebody else")))))));
    }
}
