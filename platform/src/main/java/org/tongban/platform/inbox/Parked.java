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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;

/** Events that came before their turn, kept until the numbers before them are there. */
final class Parked {
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<Document> parked;

    Parked(MongoDatabase database) {
        this.parked = database.getCollection("parked");
        parked.createIndex(Indexes.ascending("source", "subject", "sequence"));
        parked.createIndex(Indexes.ascending("parkedAt"));
    }

    /**
     * A parked event.
     *
     * @param place where it stood in the broker
     */
    record Row(Envelope event, String place) {}

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
                .append("parkedAt", Date.from(now));
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
                .map(row -> new Row(read(row), row.get("place", row.getString("_id"))));
    }

    void remove(Envelope event) {
        parked.deleteOne(eq("_id", id(event.source(), event.subject(), event.sequence())));
    }

    /** Parked before that moment, oldest first. */
    List<Envelope> before(Instant moment) {
        List<Envelope> events = new ArrayList<>();
        parked.find(lt("parkedAt", Date.from(moment)))
                .sort(Sorts.ascending("parkedAt"))
                .limit(AT_ONCE)
                .forEach(row -> events.add(read(row)));
        return events;
    }

    private static String id(Source source, String subject, long sequence) {
        return source.name() + "/" + subject + "/" + sequence;
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
