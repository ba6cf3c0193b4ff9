package org.tongban.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates, pulls from and deletes its own codes, and keeps for each the state that was acknowledged. The write
 * that was under way when the store was cut off may have happened or not; which it was is settled at the next check.
 */
final class MixedWriter {

    private final int number;
    private final Random random;
    private final Map<String, Document> expected = new TreeMap<>();

    private long made;
    private long acknowledged;
    private @Nullable String doubtful;
    private @Nullable Document hoped;
    private @Nullable Throwable failure;

    MixedWriter(int number, long seed) {
        this.number = number;
        this.random = new Random(seed);
    }

    int number() {
        return number;
    }

    long acknowledged() {
        return acknowledged;
    }

    void writeUntilCut(MongoCollection<Document> codes) {
        try {
            while (true) {
                write(codes);
                settle(true);
                acknowledged++;
            }
        } catch (MongoException cut) {
            // the last write stays doubtful
        } catch (Throwable e) {
            failure = e;
        }
    }

    void rethrow() {
        if (failure != null) {
            throw new AssertionError("writer " + number + " failed", failure);
        }
    }

    private void write(MongoCollection<Document> codes) {
        int what = expected.isEmpty() ? 0 : random.nextInt(10);
        if (what < 2) {
            insert(codes);
            return;
        }
        List<String> own = new ArrayList<>(expected.keySet());
        Document before = expected.get(own.get(random.nextInt(own.size())));
        if (before == null) {
            throw new IllegalStateException("no state of a code of writer " + number);
        }
        if (what < 7) {
            update(codes, before);
        } else if (what < 9) {
            pull(codes, before);
        } else {
            delete(codes, before);
        }
    }

    private void insert(MongoCollection<Document> codes) {
        String id = number + "-" + made++;
        Document code = new Document("_id", id)
                .append("version", 1L)
                .append("no", 1L)
                .append("number", "N" + id)
                .append("owner", "o" + random.nextInt(5))
                .append("changedAt", random.nextLong(1_000))
                .append("body", "x".repeat(random.nextInt(4_000)))
                .append("outbox", List.of(new Document("no", 1L)))
                .append("pendingSince", random.nextLong(1_000));
        doubt(id, code);
        codes.insertOne(code);
    }

    private void update(MongoCollection<Document> codes, Document before) {
        long no = before.getLong("no") + 1;
        Document after = new Document(before)
                .append("version", before.getLong("version") + 1)
                .append("no", no)
                .append("owner", "o" + random.nextInt(5))
                .append("changedAt", random.nextLong(1_000))
                .append("pendingSince", random.nextLong(1_000));
        List<Document> outbox = new ArrayList<>(before.getList("outbox", Document.class));
        outbox.add(new Document("no", no));
        after.append("outbox", outbox);
        doubt(before.getString("_id"), after);
        UpdateResult result = codes.updateOne(
                and(eq("_id", before.get("_id")), eq("version", before.get("version"))),
                combine(
                        inc("version", 1L),
                        set("no", no),
                        set("owner", after.get("owner")),
                        set("changedAt", after.get("changedAt")),
                        set("pendingSince", after.get("pendingSince")),
                        push("outbox", new Document("no", no))));
        assertThat(result.getMatchedCount()).as("guard of %s", before).isEqualTo(1);
    }

    private void pull(MongoCollection<Document> codes, Document before) {
        Document after = new Document(before).append("outbox", List.of());
        after.remove("pendingSince");
        doubt(before.getString("_id"), after);
        UpdateResult result = codes.updateOne(
                eq("_id", before.get("_id")),
                combine(Updates.pull("outbox", lte("no", before.getLong("no"))), unset("pendingSince")));
        assertThat(result.getMatchedCount()).as("pull from %s", before).isEqualTo(1);
    }

    private void delete(MongoCollection<Document> codes, Document before) {
        doubt(before.getString("_id"), null);
        assertThat(codes.deleteOne(eq("_id", before.get("_id"))).getDeletedCount())
                .as("delete of %s", before)
                .isEqualTo(1);
    }

    private void doubt(String id, @Nullable Document after) {
        doubtful = id;
        hoped = after;
    }

    private void settle(boolean happened) {
        if (doubtful != null && happened) {
            if (hoped == null) {
                expected.remove(doubtful);
            } else {
                expected.put(doubtful, hoped);
            }
        }
        doubtful = null;
    }

    /** All its codes are as acknowledged; the doubtful one is as before or as hoped, whole. */
    void check(List<Document> all) {
        Map<String, Document> found = new TreeMap<>();
        all.stream()
                .filter(code -> code.getString("_id").startsWith(number + "-"))
                .forEach(code -> found.put(code.getString("_id"), code));
        if (doubtful != null) {
            Document now = found.get(doubtful);
            settle(hoped == null ? now == null : now != null && sameFields(now, hoped));
        }
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, code) -> {
            Document now = found.get(id);
            assertThat(now == null ? Map.of() : new TreeMap<>(now)).isEqualTo(new TreeMap<>(code));
        });
    }

    private static boolean sameFields(Document one, Document other) {
        return new TreeMap<>(one).equals(new TreeMap<>(other));
    }
}
