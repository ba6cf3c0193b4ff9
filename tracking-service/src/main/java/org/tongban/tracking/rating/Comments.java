package org.tongban.tracking.rating;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.secret.FieldCipher;

/** The owners' words, sealed, outside the timeline and outside every event. */
final class Comments {
    private static final String FIELD = "rating.comment";

    private final MongoCollection<Document> comments;
    private final FieldCipher cipher;

    Comments(MongoDatabase database, FieldCipher cipher) {
        this.comments = database.getCollection("comments");
        this.cipher = cipher;
    }

    void keep(TrackingCode code, int caseNo, String comment) {
        String id = id(code, caseNo);
        comments.replaceOne(
                eq("_id", id),
                new Document("_id", id).append("sealed", cipher.seal(FIELD, comment)),
                new ReplaceOptions().upsert(true));
    }

    Optional<String> find(TrackingCode code, int caseNo) {
        return Optional.ofNullable(comments.find(eq("_id", id(code, caseNo))).first())
                .map(row -> cipher.open(FIELD, row.getString("sealed")));
    }

    private static String id(TrackingCode code, int caseNo) {
        return code.value() + "/" + caseNo;
    }
}
