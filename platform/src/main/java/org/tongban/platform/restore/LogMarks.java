package org.tongban.platform.restore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How far the store knows the broker's logs, written down in the store itself: all that stands before a mark is in this
 * store or came out of it. A store that is put back from a copy brings its older marks along.
 */
public final class LogMarks {
    private static final String OFFSET = "offset";

    private final MongoCollection<Document> marks;

    /** Which logs are meant. */
    enum Kind {
        /** the topics that this service writes */
        OWN,
        /** the topics it listens to */
        HEARD
    }

    public LogMarks(MongoDatabase database) {
        this.marks = database.getCollection("log_marks");
    }

    Map<TopicPartition, Long> of(Kind kind) {
        Map<TopicPartition, Long> found = new HashMap<>();
        marks.find(eq("kind", word(kind)))
                .forEach(mark -> found.put(
                        new TopicPartition(mark.getString("topic"), mark.getInteger("partition")),
                        mark.getLong(OFFSET)));
        return found;
    }

    /** Moves marks on; one that stands further on stays, since instances move them without asking each other. */
    void raise(Kind kind, Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> write(kind, partition, max(OFFSET, offset)));
    }

    /** Puts marks where they are told to stand. */
    void set(Kind kind, Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> write(kind, partition, Updates.set(OFFSET, offset)));
    }

    private void write(Kind kind, TopicPartition partition, Bson offset) {
        marks.updateOne(
                eq("_id", word(kind) + "/" + partition),
                combine(
                        Updates.set("kind", word(kind)),
                        Updates.set("topic", partition.topic()),
                        Updates.set("partition", partition.partition()),
                        offset),
                new UpdateOptions().upsert(true));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
