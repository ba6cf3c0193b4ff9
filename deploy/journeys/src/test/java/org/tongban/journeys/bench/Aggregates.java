package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the platform declares for and asks of every collection of aggregates. */
final class Aggregates {
    private static final int PAGE = 500;
    private static final int PENDING = 20;

    private Aggregates() {}

    static void declare(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("changedAt", "_id"));
    }

    /** The fields round an aggregate's own; twenty of all wait for the relay. */
    static Document framed(Document state, int n) {
        state.append("version", 3L)
                .append("changedAt", Made.date(n))
                .append("sequences", new Document("application", 3L))
                .append("outboxNo", 3L)
                .append("outbox", List.of())
                .append(
                        "positions",
                        new Document("application", new Document("last", 3L).append("skipped", List.of())));
        if (n < PENDING) {
            state.append("outbox", List.of(event(3))).append("pendingSince", Made.date(n));
        }
        return state;
    }

    private static Document event(long no) {
        return new Document("no", no)
                .append("sequence", no)
                .append("type", "application.case-accepted.v1")
                .append("data", "{\"caseNo\":1,\"stage\":\"ACCEPTED\",\"text\":\"" + Made.text(300) + "\"}");
    }

    static Statement load(String what) {
        return new Statement(
                what + " by its id", (documents, n) -> Statement.count(documents.find(eq("_id", Made.code(n)))));
    }

    /** Loads, then writes with the guard: state, version, counters, event and command in one update. */
    static Statement decide(String what, Bson state) {
        return new Statement(what, (documents, n) -> {
            Document loaded = Objects.requireNonNull(
                    documents.find(eq("_id", Made.code(n))).first());
            long no = loaded.getLong("outboxNo") + 1;
            return documents
                    .updateOne(
                            and(eq("_id", loaded.get("_id")), eq("version", loaded.get("version"))),
                            Updates.combine(
                                    state,
                                    Updates.inc("version", 1L),
                                    Updates.inc("outboxNo", 1L),
                                    Updates.inc("sequences.application", 1L),
                                    Updates.push("outbox", event(no)),
                                    Updates.min("pendingSince", Made.date(n))))
                    .getMatchedCount();
        });
    }

    /** Reads an outbox, takes away what was acknowledged and leaves the list of the pending. */
    static Statement relay(String what) {
        return new Statement(what, (documents, n) -> {
            Bson id = eq("_id", Made.code(n));
            Document loaded = Objects.requireNonNull(documents
                    .find(id)
                    .projection(include("outbox", "outboxNo", "sendFailures"))
                    .first());
            documents.updateOne(id, Updates.pullByFilter(eq("outbox", lte("no", loaded.get("outboxNo")))));
            return documents
                    .updateOne(
                            and(id, eq("outbox", List.of())),
                            Updates.combine(Updates.unset("pendingSince"), Updates.unset("sendFailures")))
                    .getMatchedCount();
        });
    }

    static Statement pending(String what) {
        return new Statement(
                what,
                (documents, n) -> Statement.count(documents
                        .find(lte("pendingSince", Date.from(Made.at(Integer.MAX_VALUE / 60))))
                        .projection(include("_id"))
                        .sort(Sorts.ascending("pendingSince"))
                        .limit(PENDING)));
    }

    /** A page of the walk over all positions, from somewhere in the first half. */
    static Statement positions(String what, int of) {
        return new Statement(what, (documents, n) -> {
            int from = n % (of / 2);
            Bson later = or(
                    gt("changedAt", Made.date(from)),
                    and(eq("changedAt", Made.date(from)), gt("_id", Made.code(from))));
            return Statement.count(documents
                    .find(later)
                    .projection(include("changedAt", "sequences", "positions", "sendFailures"))
                    .sort(Sorts.ascending("changedAt", "_id"))
                    .limit(PAGE));
        });
    }

    /** What changed in the last minutes, as reconciliation asks all day long. */
    static Statement lately(String what, int of) {
        return new Statement(
                what,
                (documents, n) -> Statement.count(documents
                        .find(gt("changedAt", Made.date(of - 10)))
                        .projection(include("changedAt", "sequences", "positions", "sendFailures"))
                        .sort(Sorts.ascending("changedAt", "_id"))
                        .limit(PAGE)));
    }
}
