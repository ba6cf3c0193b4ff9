package org.tongban.notification.restore;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.tongban.platform.restore.RestoreRefused;

/**
 * Lets the next start hear the application from the beginning: the same events make the same messages, told under the
 * same numbers. What its owners had marked as read is in no event and comes back unread.
 */
public final class Restore {
    private static final String ID = "restore";

    private final MongoCollection<Document> correspondence;
    private final MongoCollection<Document> markers;
    private final Runnable groupToTheBeginning;

    /** @param groupToTheBeginning sets the consumer group back, or refuses while somebody listens */
    Restore(MongoDatabase database, Runnable groupToTheBeginning) {
        this.correspondence = database.getCollection("correspondence");
        this.markers = database.getCollection("restoring");
        this.groupToTheBeginning = groupToTheBeginning;
    }

    /** @throws RestoreRefused when the database is not empty or the service runs */
    public void run() {
        if (holdsMessages()) {
            throw new RestoreRefused("The database of notification is not empty, so there is nothing to restore.");
        }
        groupToTheBeginning.run();
        markers.replaceOne(eq("_id", ID), new Document("_id", ID), new ReplaceOptions().upsert(true));
    }

    /** Whether nothing is there and nothing is on its way: everything would be missing. */
    boolean isNeeded() {
        return !holdsMessages() && markers.find(eq("_id", ID)).first() == null;
    }

    private boolean holdsMessages() {
        return correspondence.find().limit(1).first() != null;
    }
}
