package org.tongban.tracking.reconciliation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.Layout;

/** How far our own timelines are. */
final class OwnPositions {
    private static final Logger log = LoggerFactory.getLogger(OwnPositions.class);
    private static final int UNSENDABLE_AFTER = 10;
    private static final BsonDocument NOTHING = new BsonDocument();

    private final MongoCollection<BsonDocument> timelines;

    OwnPositions(MongoCollection<BsonDocument> timelines) {
        this.timelines = timelines;
    }

    Map<String, Told> of(Collection<String> codes) {
        Map<String, Told> found = new HashMap<>();
        timelines
                .find(in(Layout.ID, codes))
                .projection(include(Layout.POSITIONS, Layout.SEND_FAILURES))
                .forEach(document -> found.put(document.getString(Layout.ID).getValue(), told(document)));
        return found;
    }

    /** How far we told of a code as {@code /tracking}. */
    long told(String code) {
        BsonDocument document = timelines.find(eq(Layout.ID, code)).first();
        return document == null
                ? 0
                : document.getDocument(Layout.SEQUENCES, NOTHING)
                        .get("tracking", new BsonInt64(0))
                        .asNumber()
                        .longValue();
    }

    /** One that cannot be read counts, and keeps no other from being compared. */
    private static Told told(BsonDocument document) {
        try {
            return read(document);
        } catch (BsonInvalidOperationException e) {
            log.error("the position of {} cannot be read", document.get(Layout.ID), e);
            return Told.UNREADABLE;
        }
    }

    private static Told read(BsonDocument document) {
        BsonDocument positions = document.getDocument(Layout.POSITIONS, NOTHING);
        boolean skipped = positions.values().stream()
                .anyMatch(position -> !position.asDocument()
                        .getArray("skipped", new BsonArray())
                        .isEmpty());
        int failures =
                document.get(Layout.SEND_FAILURES, new BsonInt32(0)).asNumber().intValue();
        long heard = positions
                .getDocument(Teller.APPLICATION.service(), NOTHING)
                .get("last", new BsonInt64(0))
                .asNumber()
                .longValue();
        return new Told(heard, skipped || failures >= UNSENDABLE_AFTER);
    }
}
