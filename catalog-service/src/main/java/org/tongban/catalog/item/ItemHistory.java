package org.tongban.catalog.item;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.Json;
import org.tongban.platform.mongo.BsonCodecs;

/** The steps of items that are too old for their documents, in buckets that are written once. */
final class ItemHistory {
    private static final String ID = "_id";

    private final MongoCollection<BsonDocument> buckets;

    ItemHistory(MongoDatabase database) {
        buckets = database.getCollection("itemHistory", BsonDocument.class);
        buckets.createIndex(Indexes.ascending("item", "since"));
    }

    /**
     * Some steps of an item.
     *
     * @param since when the first of them was taken
     * @param steps oldest first
     */
    record Bucket(String item, Instant since, List<Step> steps) {
        static Bucket of(String item, List<Step> steps) {
            return new Bucket(item, steps.get(0).at(), steps);
        }

        /** The same steps are the same bucket, however often they are put away. */
        String id() {
            return item + "#" + Sha256.hex(Json.text(steps).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts steps away; those that are there already stay as they are. */
    void keep(String item, List<Step> steps) {
        Bucket bucket = Bucket.of(item, steps);
        try {
            buckets.insertOne(BsonCodecs.write(Bucket.class, bucket).append(ID, new BsonString(bucket.id())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** All steps of an item, oldest first; steps that were put away while their item was not yet written count once. */
    List<Step> of(Dossier dossier) {
        String doubled = dossier.isFullOfSteps()
                ? Bucket.of(dossier.id(), dossier.oldestSteps()).id()
                : "";
        List<Step> all = new ArrayList<>();
        for (BsonDocument row : buckets.find(eq("item", dossier.id())).sort(Sorts.ascending("since"))) {
            if (!row.getString(ID).getValue().equals(doubled)) {
                all.addAll(BsonCodecs.read(Bucket.class, row).steps());
            }
        }
        all.addAll(dossier.history());
        return all;
    }
}
