package org.tongban.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Layout;

/** A person's messages over all codes, newest first. */
final class Inboxes {
    static final int UNREAD_COUNTED = 99;
    private static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(
                    (Found found) -> found.message().at())
            .thenComparing(found -> found.message().id())
            .reversed();

    private final AggregateStore<Correspondence> store;
    private final MongoCollection<BsonDocument> documents;

    record Found(Correspondence about, Message message) {}

    /** The place after which a page begins: the last message of the page before. */
    record After(Instant at, String id) {
        boolean isBefore(Message message) {
            int order = message.at().compareTo(at);
            return order < 0 || (order == 0 && message.id().compareTo(id) < 0);
        }
    }

    Inboxes(AggregateStore<Correspondence> store) {
        this.store = store;
        this.documents = store.documents();
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending("owner"), Indexes.descending("lastMessageAt")));
        documents.createIndex(Indexes.ascending("owner", "unread"));
    }

    /**
     * Up to {@code limit} messages: passes over the owner's codes whose messages are all on pages before, reads the others
     * newest first and stops as soon as no older one can matter.
     */
    List<Found> page(String owner, @Nullable After after, int limit) {
        List<Found> newest = new ArrayList<>();
        try (MongoCursor<BsonDocument> codes = documents
                .find(after == null ? eq("owner", owner) : and(eq("owner", owner), lte("firstMessageAt", after.at())))
                .sort(Sorts.descending("lastMessageAt"))
                .batchSize(limit)
                .projection(exclude(Layout.OUTBOX, Layout.COMMANDS, Layout.POSITIONS))
                .iterator()) {
            while (codes.hasNext()) {
                Correspondence about = store.stored(codes.next()).state();
                if (newest.size() >= limit && isOlder(about, newest.get(limit - 1))) {
                    break;
                }
                about.messages().stream()
                        .filter(message -> after == null || after.isBefore(message))
                        .forEach(message -> newest.add(new Found(about, message)));
                newest.sort(NEWEST_FIRST);
            }
        }
        return List.copyOf(newest.subList(0, Math.min(limit, newest.size())));
    }

    private static boolean isOlder(Correspondence about, Found last) {
        return about.lastMessageAt() == null
                || about.lastMessageAt().isBefore(last.message().at());
    }

    /** The number of unread messages, at most {@value #UNREAD_COUNTED}. */
    int unread(String owner) {
        int unread = 0;
        for (BsonDocument document : documents
                .find(and(eq("owner", owner), gt("unread", 0)))
                .projection(include("unread"))
                .limit(UNREAD_COUNTED)) {
            unread += document.getNumber("unread").intValue();
        }
        return Math.min(unread, UNREAD_COUNTED);
    }
}
