package org.tongban.application.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.mongo.BsonCodecs;

/** Who looked at whose documents, kept for their owners. */
final class Looks {
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String AT = "at";

    private final MongoCollection<BsonDocument> looks;

    Looks(MongoDatabase database) {
        this.looks = database.getCollection("looks", BsonDocument.class);
        looks.createIndex(Indexes.ascending(OWNER, AT));
        looks.createIndex(Indexes.ascending(AT, ID));
    }

    /** Notes it, once. */
    void note(Look look) {
        BsonDocument stored = BsonCodecs.write(Look.class, look);
        stored.put(ID, stored.remove("lookId"));
        try {
            looks.insertOne(stored);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Looks at this owner's documents behind the cursor, newest first. */
    List<Look> page(String owner, @Nullable Cursor after, int limit) {
        Bson mine = eq(OWNER, owner);
        Bson wanted = after == null
                ? mine
                : and(
                        mine,
                        lte(AT, Date.from(after.addedAt())),
                        or(lt(AT, Date.from(after.addedAt())), lt(ID, after.documentId())));
        List<Look> found = new ArrayList<>();
        looks.find(wanted).sort(Sorts.descending(AT, ID)).limit(limit).forEach(stored -> found.add(read(stored)));
        return found;
    }

    /** Forgets what is older. */
    void sweep(Instant then) {
        Bson old = lt(AT, Date.from(then));
        new Sweep("looks", looks, AT).each(old, id -> looks.deleteOne(and(eq(ID, id), old)));
    }

    private static Look read(BsonDocument stored) {
        BsonDocument state = stored.clone();
        state.put("lookId", state.remove(ID));
        return BsonCodecs.read(Look.class, state);
    }
}
