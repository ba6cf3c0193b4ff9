package org.tongban.platform.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.Document;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.problem.Busy;

/**
 * Makes a listener forget what nobody told: numbers beyond the teller's last one are neither heard nor missed any more.
 * What was told and skipped stays a difference until it is replayed.
 */
public final class Settlement {
    private static final int TRIES = 5;

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<Document> parked;
    private final Clock clock;

    /**
     * @param source whose numbers are meant, {@code application}
     * @param told the last number that this source has really told about the code, 0 when it does not know it
     */
    public record Wanted(String source, long told) {}

    /** @param changed whether anything had to be forgotten */
    public record Done(boolean changed) {}

    /** @param listeners the collection of the aggregates that listen */
    public Settlement(MongoDatabase database, String listeners, Clock clock) {
        this.documents = database.getCollection(listeners, BsonDocument.class);
        this.parked = database.getCollection("parked");
        this.clock = clock;
    }

    /** @throws Busy when others kept writing to the same document */
    public Done settle(String code, Wanted wanted) {
        boolean waited = parked.deleteMany(
                                and(eq("source", wanted.source()), eq("subject", code), gt("sequence", wanted.told())))
                        .getDeletedCount()
                > 0;
        for (int tried = 0; tried < TRIES; tried++) {
            BsonDocument document = documents.find(eq(Layout.ID, code)).first();
            if (document == null) {
                return new Done(waited);
            }
            BsonDocument before = document.getDocument(Layout.POSITIONS, new BsonDocument())
                    .getDocument(wanted.source(), new BsonDocument());
            BsonDocument after = within(before, wanted.told());
            if (before.isEmpty() || after.equals(before)) {
                return new Done(waited);
            }
            if (isWritten(code, document, wanted.source(), after)) {
                return new Done(true);
            }
        }
        throw new Busy();
    }

    private boolean isWritten(String code, BsonDocument loaded, String source, BsonDocument position) {
        return documents
                        .updateOne(
                                and(eq(Layout.ID, code), eq(Layout.VERSION, loaded.get(Layout.VERSION))),
                                combine(
                                        set(Layout.POSITIONS + "." + source, position),
                                        set(Layout.CHANGED_AT, Date.from(clock.instant())),
                                        inc(Layout.VERSION, 1L)))
                        .getMatchedCount()
                == 1;
    }

    private static BsonDocument within(BsonDocument position, long told) {
        BsonArray skipped = new BsonArray();
        for (BsonValue gap : position.getArray("skipped", new BsonArray())) {
            if (!gap.isArray()) {
                if (gap.asNumber().longValue() <= told) {
                    skipped.add(gap);
                }
                continue;
            }
            long from = gap.asArray().get(0).asNumber().longValue();
            long to = Math.min(told, gap.asArray().get(1).asNumber().longValue());
            if (from <= to) {
                skipped.add(new BsonArray(List.of(new BsonInt64(from), new BsonInt64(to))));
            }
        }
        long last = position.get("last", new BsonInt64(0)).asNumber().longValue();
        return new BsonDocument("last", new BsonInt64(Math.min(last, told))).append("skipped", skipped);
    }
}
