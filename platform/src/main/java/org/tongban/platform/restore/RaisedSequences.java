package org.tongban.platform.restore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;

/**
 * Moves the counters of aggregates past what the log holds, so that no number is told twice. What the lost changes were is
 * in no event: codes that fell back, or are gone, are named and kept in {@code missed_events}. A number that does not
 * follow the one before it is none of ours, for a service tells without gaps.
 */
public final class RaisedSequences implements OwnLog {
    private final Source source;
    private final MongoCollection<BsonDocument> aggregates;
    private final MongoCollection<Document> missed;
    private final Consumer<Envelope> unknown;
    private final Clock clock;
    /** How far each code was told that the store does not know. */
    private final Map<String, Long> strangers = new HashMap<>();

    /**
     * @param collection where the aggregates are that tell as that source
     * @param unknown is shown each event that the store does not know
     */
    public RaisedSequences(
            Source source, MongoDatabase database, String collection, Clock clock, Consumer<Envelope> unknown) {
        this.source = source;
        this.aggregates = database.getCollection(collection, BsonDocument.class);
        this.missed = database.getCollection("missed_events");
        this.clock = clock;
        this.unknown = unknown;
    }

    @Override
    public List<Source> sources() {
        return List.of(source);
    }

    @Override
    public List<String> read(Source same, List<ConsumerRecord<String, byte[]>> messages) {
        List<Envelope> events =
                messages.stream().flatMap(message -> event(message).stream()).toList();
        Map<String, Long> known =
                known(new HashSet<>(events.stream().map(Envelope::subject).toList()));
        Map<String, Long> reached = new TreeMap<>();
        for (Envelope event : events) {
            String code = event.subject();
            long last = reached.getOrDefault(code, known.getOrDefault(code, strangers.getOrDefault(code, 0L)));
            if (event.sequence() == last + 1) {
                unknown.accept(event);
                reached.put(code, event.sequence());
            }
        }
        List<String> sentences = new ArrayList<>();
        reached.forEach((code, last) -> sentences.add(raised(code, known.get(code), last)));
        return sentences;
    }

    private static Optional<Envelope> event(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(EventWire.read(message));
        } catch (UnreadableEvent noise) {
            return Optional.empty();
        }
    }

    private Map<String, Long> known(Set<String> codes) {
        Map<String, Long> known = new HashMap<>();
        find(codes)
                .forEach(document -> known.put(
                        document.getString(Layout.ID).getValue(),
                        document.getDocument(Layout.SEQUENCES, new BsonDocument())
                                .get(source.name(), new BsonInt64(0))
                                .asNumber()
                                .longValue()));
        return known;
    }

    private Iterable<BsonDocument> find(Collection<String> codes) {
        return aggregates.find(in(Layout.ID, codes)).projection(include(Layout.SEQUENCES));
    }

    private String raised(String code, @Nullable Long known, long last) {
        missed.replaceOne(
                eq("_id", source.name() + "/" + code),
                new Document("_id", source.name() + "/" + code)
                        .append("code", code)
                        .append("known", known)
                        .append("told", last)
                        .append("at", Date.from(clock.instant())),
                new ReplaceOptions().upsert(true));
        if (known == null) {
            strangers.put(code, last);
            return code + " is on the log up to " + last + " and unknown here: it was acknowledged and is lost";
        }
        aggregates.updateOne(
                eq(Layout.ID, code),
                combine(
                        max(Layout.SEQUENCES + "." + source.name(), last),
                        set(Layout.CHANGED_AT, Date.from(clock.instant())),
                        inc(Layout.VERSION, 1L)));
        return code + " was told up to " + last + " and is here as it was at " + known
                + ": what was done meanwhile must be done again";
    }
}
