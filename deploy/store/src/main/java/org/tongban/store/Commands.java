package org.tongban.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are answered otherwise than by the library: {@code find} in batches, {@code aggregate} with an
 * index for its first {@code $match}, and where the library's answer differs from that of {@code mongod}.
 */
final class Commands {

    /** The library's answer to a command. */
    @FunctionalInterface
    interface Stock {
        Document answer(Document query);
    }

    private final StoreDatabase database;
    private final CursorRegistry cursors;

    Commands(StoreDatabase database, CursorRegistry cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Our own answer, or null for the library's. */
    @Nullable
    Document answer(String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command) {
            case "find" -> find(query);
            case "aggregate" -> aggregate(query, databases, oplog);
            default -> null;
        };
    }

    Document corrected(String command, Document query, Stock stock) {
        return switch (command) {
            case "insert" -> insert(query, stock);
            case "update" -> update(query, stock);
            case "dropIndexes" -> dropIndexes(query, stock);
            default -> stock.answer(query);
        };
    }

    private Document find(Document query) {
        String name = String.valueOf(query.get("find"));
        StoreCollection collection = database.collection(name);
        if (collection == null) {
            return batch(name, 0, List.of());
        }
        Document filter = (Document) query.getOrDefault("filter", new Document());
        int limit = number(query, "limit", 0);
        Hits hits = collection.search(filter, (Document) query.get("sort"), number(query, "skip", 0), limit);
        ResultCursor cursor =
                new ResultCursor(cursors.generateCursorId(), collection, hits, (Document) query.get("projection"));
        List<Document> documents = cursor.takeDocuments(number(query, "batchSize", ResultCursor.FIRST_BATCH));
        boolean done = cursor.isEmpty() || Utils.isTrue(query.get("singleBatch")) || documents.size() == limit;
        if (!done) {
            cursors.add(cursor);
        }
        return batch(name, done ? 0 : cursor.getId(), documents);
    }

    private @Nullable Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        if (!(query.get("aggregate") instanceof String name) || pipeline.isEmpty()) {
            return null;
        }
        StoreCollection collection = database.collection(name);
        if (collection == null || !(pipeline.get(0).get("$match") instanceof Document match)) {
            return null;
        }
        List<Document> rest = pipeline.subList(1, pipeline.size());
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, collection, oplog);
        aggregation.validate(query);
        return batch(name, 0, aggregation.runStages(collection.stream(match)));
    }

    private Document batch(String collection, long cursor, List<Document> documents) {
        Document first = new Document("id", cursor)
                .append("ns", database.getDatabaseName() + '.' + collection)
                .append("firstBatch", documents);
        return new Document("cursor", first).append("ok", 1.0);
    }

    /** The library counts the documents that were not inserted too. */
    private static Document insert(Document query, Stock stock) {
        int wanted = documents(query, "documents").size();
        Document answer = stock.answer(query);
        List<Document> errors = documents(answer, "writeErrors");
        if (!errors.isEmpty()) {
            boolean ordered = Utils.isTrue(query.getOrDefault("ordered", true));
            answer.put("n", ordered ? number(errors.get(0), "index", 0) : wanted - errors.size());
        }
        return answer;
    }

    /** The library goes on after an error even if the updates are ordered. */
    private static Document update(Document query, Stock stock) {
        List<Document> updates = documents(query, "updates");
        if (updates.size() == 1 || !Utils.isTrue(query.getOrDefault("ordered", true))) {
            return stock.answer(query);
        }
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document one = query.clone();
            one.put("updates", List.of(updates.get(i)));
            Document answer = stock.answer(one);
            matched += number(answer, "n", 0);
            modified += number(answer, "nModified", 0);
            for (Document upsert : documents(answer, "upserted")) {
                upserted.add(upsert.append("index", i));
            }
            for (Document error : documents(answer, "writeErrors")) {
                errors.add(error.append("index", i));
            }
        }
        Document answer = new Document("n", matched).append("nModified", modified);
        answer.putIfNotNull("upserted", upserted.isEmpty() ? null : upserted);
        answer.putIfNotNull("writeErrors", errors.isEmpty() ? null : errors);
        return answer.append("ok", 1.0);
    }

    /** The library forgets the indexes of that name in all collections; told the keys it takes this collection's. */
    private Document dropIndexes(Document query, Stock stock) {
        if (!(query.get("index") instanceof String name)) {
            return stock.answer(query);
        }
        List<Document> chosen = database.indexesOf(String.valueOf(query.get("dropIndexes"))).stream()
                .filter(index -> name.equals("*") || name.equals(index.get("name")))
                .toList();
        Document answer = new Document("ok", 1.0);
        if (chosen.isEmpty() && !name.equals("*")) {
            return stock.answer(query);
        }
        for (Document index : chosen) {
            Document one = query.clone();
            one.put("index", index.get("key"));
            answer = stock.answer(one);
        }
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static List<Document> documents(Document holder, String field) {
        Object list = holder.get(field);
        return list instanceof List ? (List<Document>) list : List.of();
    }

    private static int number(Document holder, String field, int otherwise) {
        return holder.get(field) instanceof Number number ? number.intValue() : otherwise;
    }
}
