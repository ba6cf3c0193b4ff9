package org.tongban.tracking.timeline;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.mongo.BsonCodecs;

/**
 * Where the older entries of long timelines stand, in buckets that never change: {@code <code>/<number>}, from 0.
 *
 * <p>A bucket is written before its entries leave the timeline, and holds stored entries only; whoever dies in between,
 * or loses the race, leaves a bucket that the next one writes again with the same content.
 */
public final class Archives {
    /** Entries in a bucket. */
    public static final int BUCKET = 100;

    /** From so many on, a timeline gives its oldest buckets away and keeps between this less a bucket and this. */
    public static final int MOST_LIVE = 200;

    private final MongoCollection<BsonDocument> buckets;
    private final List<ArchiveListener> listeners;

    private record Bucket(String id, List<Entry> entries) {}

    public Archives(MongoDatabase database, List<ArchiveListener> listeners) {
        this.buckets = database.getCollection("timeline_archives", BsonDocument.class);
        this.listeners = List.copyOf(listeners);
    }

    /**
     * The timeline without the entries that are to go, which are in the archive when this returns.
     *
     * @param stored as it was loaded: what is not stored yet must not be archived
     */
    public Timeline bounded(Timeline stored) {
        Timeline rest = stored;
        while (rest.entries().size() >= MOST_LIVE) {
            List<Entry> oldest = rest.entries().subList(0, BUCKET);
            write(bucket(rest.code(), rest.archived().entries() / BUCKET), oldest);
            listeners.forEach(listener -> listener.archiving(stored.code(), oldest));
            rest = rest.withoutOldest(BUCKET);
        }
        if (rest.entries().size() < stored.entries().size()) {
            CrashPoints.reached("timeline.after-archive");
        }
        return rest;
    }

    /** The timeline with all its entries, for those who look; it must not be written. */
    public Timeline whole(Timeline timeline) {
        return timeline.isArchivedInPart() ? timeline.with(after(timeline, 0, timeline.count())) : timeline;
    }

    /** The entries behind that number, archived or not, in order and at most so many; of the archive no more is read. */
    List<Entry> after(Timeline timeline, int no, int limit) {
        int archived = timeline.archived().entries();
        int last = (int) Math.min((long) no + limit, timeline.count());
        List<Entry> found = new ArrayList<>();
        if (no < archived) {
            read(timeline.code(), IntStream.rangeClosed(no / BUCKET, (Math.min(last, archived) - 1) / BUCKET))
                    .forEach(found::add);
        }
        found.addAll(timeline.entries());
        return found.stream()
                .filter(entry -> entry.no() > no && entry.no() <= last)
                .toList();
    }

    public Optional<Entry> entry(Timeline timeline, int no) {
        int archived = timeline.archived().entries();
        if (no < 1 || no > timeline.count()) {
            return Optional.empty();
        }
        return Optional.of(
                no > archived
                        ? timeline.entries().get(no - archived - 1)
                        : read(timeline.code(), IntStream.of((no - 1) / BUCKET)).get((no - 1) % BUCKET));
    }

    /** The entry that a source told under that number; what is in the archive is looked for from its end. */
    public Optional<Entry> find(Timeline timeline, String source, long sequence) {
        if (!timeline.holds(source, sequence)) {
            return Optional.empty();
        }
        Optional<Entry> found = in(timeline.entries(), source, sequence);
        for (int bucket = timeline.archived().entries() / BUCKET - 1; found.isEmpty() && bucket >= 0; bucket--) {
            found = in(read(timeline.code(), IntStream.of(bucket)), source, sequence);
        }
        return found;
    }

    private static Optional<Entry> in(List<Entry> entries, String source, long sequence) {
        return entries.stream().filter(entry -> entry.isOf(source, sequence)).findFirst();
    }

    /** Forgets everything; only a restore does that, before it brings it back. */
    public void clear() {
        buckets.deleteMany(new BsonDocument());
    }

    private void write(String id, List<Entry> entries) {
        BsonDocument document = BsonCodecs.write(Bucket.class, new Bucket(id, entries));
        document.put(Layout.ID, document.remove("id"));
        try {
            buckets.replaceOne(Filters.eq(Layout.ID, id), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // another instance was faster, with the same entries
        }
    }

    private List<Entry> read(String code, IntStream numbers) {
        List<String> ids = numbers.mapToObj(number -> bucket(code, number)).toList();
        Map<String, List<Entry>> found = new HashMap<>();
        buckets.find(Filters.in(Layout.ID, ids))
                .batchSize(10)
                .forEach(document -> found.put(
                        document.getString(Layout.ID).getValue(),
                        BsonCodecs.read(Bucket.class, document).entries()));
        List<Entry> entries = new ArrayList<>();
        for (String id : ids) {
            List<Entry> bucket = found.get(id);
            if (bucket == null) {
                throw new IllegalStateException("the bucket " + id + " of the archive is missing");
            }
            entries.addAll(bucket);
        }
        return entries;
    }

    private static String bucket(String code, int number) {
        return code + "/" + number;
    }
}
