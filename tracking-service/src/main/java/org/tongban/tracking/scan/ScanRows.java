package org.tongban.tracking.scan;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;

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
            rows.insertOne(
                    new Document("_id", scanId).append("digest", digest).append("code", code.value()));
            return Optional.empty();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.ofNullable(rows.find(eq("_id", scanId)).first())
                    .map(row -> new Row(row.getString("digest"), row.getInteger("no")));
        }
    }

    void recorded(String scanId, int no) {
        rows.updateOne(eq("_id", scanId), set("no", no));
    }
}
