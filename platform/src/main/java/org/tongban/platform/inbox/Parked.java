package org.tongban.platform.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.trace.Trace;

/** Events that came before their turn, kept until the numbers before them are there. */
final class Parked {
    private static final String PARKED_AT = "parkedAt";

    private final MongoCollection<Document> parked;

    Parked(MongoDatabase database) {
        this.parked = database.getCollection("parked");
        parked.createIndex(Indexes.ascending("source", "subject", "sequence"));
        parked.createIndex(Indexes.ascending(PARKED_AT));
    }

    /**
     * A parked event.
     *
     * @param place where it stood in the broker
     * @param traceparent the trace it came with, null for none
     */
    record Row(Envelope event, String place, @Nullable String traceparent) {}

    /** Parking the same event again changes nothing. */
    void park(Envelope event, String place, Instant now) {
        Document row = new Document("_id", id(event.source(), event.subject(), event.sequence()))
                .append("source", event.source().name())
                .append("subject", event.subject())
                .append("sequence", event.sequence())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append("data", Json.text(event.data()))
                .append("place", place)
                .append(PARKED_AT, Date.from(now));
        String trace = Trace.parent();
        if (trace != null) {
            row.append(Trace.PARENT, trace);
        }
        try {
            parked.insertOne(row);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** The lowest-numbered parked event of this source and subject. */
    Optional<Row> next(Source source, String subject) {
        return Optional.ofNullable(parked.find(and(eq("source", source.name()), eq("subject", subject)))
                        .sort(Sorts.ascending("sequence"))
                        .first())
                .map(Parked::row);
    }

    void remove(Envelope event) {
        parked.deleteOne(eq("_id", id(event.source(), event.subject(), event.sequence())));
    }

    /** A row that another instance did not take away meanwhile. */
    Optional<Row> find(String id) {
        return Optional.ofNullable(parked.find(eq("_id", id)).first()).map(Parked::row);
    }

    /** Walks over what was parked before that moment, oldest first. */
    void each(Instant moment, Consumer<String> work) {
        new Sweep("hole-watch", parked, PARKED_AT).each(lt(PARKED_AT, Date.from(moment)), work);
    }

    private static String id(Source source, String subject, long sequence) {
        return source.name() + "/" + subject + "/" + sequence;
    }

    private static Row row(Document row) {
        return new Row(read(row), row.get("place", row.getString("_id")), row.getString(Trace.PARENT));
    }

    private static Envelope read(Document row) {
        return new Envelope(
                new Source(row.getString("source")),
                row.getString("subject"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getDate("time").toInstant(),
                Json.lenient().readTree(row.getString("data")));
    }
}
