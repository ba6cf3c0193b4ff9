package org.tongban.tracking.scan;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Busy;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.ArchiveListener;
import org.tongban.tracking.timeline.Entry;

/**
 * One row per scanId, written before the entry, so that a scan sent twice is known even when the first try died. While the
 * entry stands in the timeline itself it is found there; before it goes into the archive, its number is noted here.
 */
public final class ScanRows implements ArchiveListener {
    private final MongoCollection<Document> rows;

    public ScanRows(MongoDatabase database) {
        this.rows = database.getCollection("scans");
    }

    /** @param no the entry's number once that is noted */
    record Row(String digest, @Nullable Integer no) {
        private static Row of(Document row) {
            return new Row(row.getString("digest"), row.getInteger("no"));
        }
    }

    /**
     * Writes the rows of those that have none.
     *
     * @param scans each scanId once
     * @return the rows that were there before, by scanId
     */
    Map<String, Row> begin(Collection<Scan> scans) {
        List<Document> fresh = scans.stream()
                .map(scan -> new Document("_id", scan.scanId())
                        .append("digest", scan.digest())
                        .append("code", scan.code().value()))
                .toList();
        try {
            rows.insertMany(fresh, new InsertManyOptions().ordered(false));
            return Map.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return before(e.getWriteErrors().stream()
                    .map(error -> fresh.get(error.getIndex()).getString("_id"))
                    .toList());
        }
    }

    private Map<String, Row> before(List<String> scanIds) {
        Map<String, Row> found = new HashMap<>();
        rows.find(in("_id", scanIds)).forEach(row -> found.put(row.getString("_id"), Row.of(row)));
        if (found.size() < scanIds.size()) {
            // written a moment ago by somebody else, and not everywhere yet: what it says is not to be guessed
            throw new Busy();
        }
        return found;
    }

    Optional<Integer> noOf(String scanId) {
        return Optional.ofNullable(rows.find(eq("_id", scanId)).first())
                .map(Row::of)
                .map(Row::no);
    }

    /** Forgets a scan that was refused and is on no timeline. */
    void remove(String scanId) {
        rows.deleteOne(eq("_id", scanId));
    }

    @Override
    public void archiving(String code, List<Entry> entries) {
        List<UpdateOneModel<Document>> numbers = entries.stream()
                .filter(entry -> entry.type().equals(RecordedScan.TYPE))
                .flatMap(entry -> RecordedScan.of(entry).stream()
                        .map(scan -> new UpdateOneModel<Document>(eq("_id", scan.scanId()), set("no", entry.no()))))
                .toList();
        if (!numbers.isEmpty()) {
            rows.bulkWrite(numbers, new BulkWriteOptions().ordered(false));
        }
    }

    /** What a row holds of a scan, whatever else is told of it. */
    private record Sent(String scanId, String digest) {}

    /** The row of a scan that is on a timeline; entries about anything else have none. */
    public void restore(Entry entry, String code) {
        if (entry.type().equals(RecordedScan.TYPE)) {
            Sent scan = Json.lenient().readValue(entry.facts(), Sent.class);
            rows.replaceOne(
                    eq("_id", scan.scanId()),
                    new Document("_id", scan.scanId())
                            .append("digest", scan.digest())
                            .append("code", code)
                            .append("no", entry.no()),
                    new ReplaceOptions().upsert(true));
        }
    }

    /** Forgets all rows; only a restore does that, before it brings them back. */
    public void clear() {
        rows.deleteMany(new Document());
    }
}
