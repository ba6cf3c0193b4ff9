package org.tongban.tracking.scan;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.json.Json;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.timeline.Entry;

/** One row per scanId, written before the entry, so that a scan sent twice is known even when the first try died. */
public final class ScanRows {
    private final MongoCollection<Document> rows;

    public ScanRows(MongoDatabase database) {
        this.rows = database.getCollection("scans");
    }

    /** @param no the entry's number once it is known to be on the timeline */
    record Row(String digest, @Nullable Integer no) {}

    /** @return the row that was there before, or nothing when this scanId is new */
    Optional<Row> begin(String scanId, String digest, TrackingCode code) {
        try {
            rows.insertOne(new Document("_id", scanId).append("digest", digest).append("code", code.value()));
            return Optional.empty();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.ofNullable(rows.find(eq("_id", scanId)).first())
                    .map(row -> new Row(row.getString("digest"), row.getInteger("no")));
        }
    }

    /** The row of a scan that is on a timeline; entries about anything else have none. */
    public void restore(Entry entry, String code) {
        if (entry.type().equals(RecordedScan.TYPE)) {
            ScanRecorded scan = Json.lenient().readValue(entry.facts(), ScanRecorded.class);
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

    void recorded(String scanId, int no) {
        rows.updateOne(eq("_id", scanId), set("no", no));
    }
}
