package org.tongban.catalog.item;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.tongban.platform.mongo.BsonCodecs;

/** All versions of all items, written once. */
final class ItemVersions {
    private static final String ID = "_id";

    private final MongoCollection<BsonDocument> versions;

    ItemVersions(MongoDatabase database) {
        versions = database.getCollection("itemVersions", BsonDocument.class);
        versions.createIndex(Indexes.ascending("item", "version"));
    }

    /** Keeps a version; one that is kept already stays as it is. */
    void keep(ItemVersion version) {
        try {
            versions.insertOne(BsonCodecs.write(ItemVersion.class, version)
                    .append(ID, new BsonString(ItemVersion.id(version.item(), version.version()))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<ItemVersion> find(String item, int version) {
        return Optional.ofNullable(
                        versions.find(eq(ID, ItemVersion.id(item, version))).first())
                .map(ItemVersions::read);
    }

    /** Newest first, those older than a version. */
    List<ItemVersion> before(String item, int version, int limit) {
        return versions.find(and(eq("item", item), lt("version", version)))
                .sort(Sorts.descending("version"))
                .limit(limit)
                .map(ItemVersions::read)
                .into(new ArrayList<>());
    }

    private static ItemVersion read(BsonDocument row) {
        return BsonCodecs.read(ItemVersion.class, row);
    }
}
