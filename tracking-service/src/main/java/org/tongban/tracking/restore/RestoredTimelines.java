package org.tongban.tracking.restore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.Source;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;
import tools.jackson.core.JacksonException;

/**
 * Writes timelines as the log has them, with the counters that the log implies: nothing is told again, and the next
 * entry and the next fact get the numbers they would have got.
 */
final class RestoredTimelines {
    private final AggregateStore<Timeline> store;
    private final Chronicle chronicle;
    private final Clock clock;

    RestoredTimelines(AggregateStore<Timeline> store, Chronicle chronicle, Clock clock) {
        this.store = store;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    boolean areThere() {
        return store.documents().find().limit(1).first() != null;
    }

    void clear() {
        store.documents().deleteMany(new BsonDocument());
        chronicle.archives().clear();
    }

    Map<String, Timeline> of(Collection<String> codes) {
        Map<String, Timeline> found = new HashMap<>();
        store.documents().find(in(Layout.ID, codes)).forEach(document -> {
            Timeline timeline = store.stored(document).state();
            found.put(timeline.code(), timeline);
        });
        return found;
    }

    /** @param unfoldable is told of each whose entries make no sense together; it is left as it was */
    void write(Collection<Timeline> timelines, BiConsumer<Timeline, RuntimeException> unfoldable) {
        List<BsonDocument> folded = new ArrayList<>();
        for (Timeline timeline : timelines) {
            try {
                folded.add(document(timeline));
            } catch (RuntimeException e) {
                unfoldable.accept(timeline, e);
            }
        }
        write(folded);
    }

    private void write(List<BsonDocument> folded) {
        if (folded.isEmpty()) {
            return;
        }
        MongoCollection<BsonDocument> documents = store.documents();
        List<ReplaceOneModel<BsonDocument>> writes = folded.stream()
                .map(document -> new ReplaceOneModel<>(
                        eq(Layout.ID, document.get(Layout.ID)), document, new ReplaceOptions().upsert(true)))
                .toList();
        documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Puts what these timelines have more than the stored ones on them; all else about them stays. */
    void putOn(Collection<Timeline> timelines, BiConsumer<Timeline, RuntimeException> unfoldable) {
        Map<String, Timeline> there = of(timelines.stream().map(Timeline::code).toList());
        write(
                timelines.stream()
                        .filter(timeline -> !there.containsKey(timeline.code()))
                        .toList(),
                unfoldable);
        timelines.stream()
                .filter(timeline -> there.containsKey(timeline.code()))
                .forEach(timeline -> putOn(timeline, unfoldable));
    }

    /** The numbers first: what dies in between finds the entries missing once more. */
    private void putOn(Timeline timeline, BiConsumer<Timeline, RuntimeException> unfoldable) {
        try {
            Timeline folded = folded(timeline, clock.instant());
            told(Restore.TIMELINE, timeline.code(), timeline.count());
            told(Restore.TRACKING, timeline.code(), timeline.lastOf(Restore.TRACKING.path()));
            store.change(timeline.code(), stored -> Change.silently(folded));
        } catch (IllegalArgumentException | JacksonException e) {
            unfoldable.accept(timeline, e);
        }
    }

    /** Counts what is on the topic already, so that the next one gets the next number. */
    void told(Source source, String code, long sequence) {
        store.documents().updateOne(eq(Layout.ID, code), max(Layout.SEQUENCES + "." + source.name(), sequence));
    }

    private Timeline folded(Timeline timeline, Instant now) {
        return chronicle.archives().bounded(chronicle.folded(timeline, now));
    }

    private BsonDocument document(Timeline timeline) {
        Instant now = clock.instant();
        long entries = timeline.count();
        long facts = timeline.lastOf(Restore.TRACKING.path());
        BsonDocument document = BsonCodecs.write(Timeline.class, folded(timeline, now));
        document.put(Layout.ID, document.remove(Timelines.TYPE.id()));
        return document.append(Layout.VERSION, new BsonInt64(1))
                .append(Layout.CHANGED_AT, new BsonDateTime(now.toEpochMilli()))
                .append(
                        Layout.SEQUENCES,
                        new BsonDocument(Restore.TIMELINE.name(), new BsonInt64(entries))
                                .append(Restore.TRACKING.name(), new BsonInt64(facts)))
                .append(Layout.OUTBOX_NO, new BsonInt64(entries + facts));
    }
}
