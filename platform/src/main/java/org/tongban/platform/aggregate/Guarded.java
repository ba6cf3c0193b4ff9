package org.tongban.platform.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.mongo.BsonSize;
import org.tongban.platform.trace.Trace;

/**
 * Builds the one update of a state change: the fields that differ, the version, the counters and the outbox entries.
 *
 * <p>A list that only grew is pushed to, so an entry on a long timeline does not send the timeline again.
 */
final class Guarded {
    private final BsonDocument before;
    private final BsonDocument set = new BsonDocument();
    private final BsonDocument unset = new BsonDocument();
    private final BsonDocument push = new BsonDocument();
    private final BsonDocument inc = new BsonDocument(Layout.VERSION, new BsonInt64(1));
    private final BsonDocument min = new BsonDocument();
    private long growth;

    Guarded(BsonDocument before, Instant now) {
        this.before = before;
        set.append(Layout.CHANGED_AT, new BsonDateTime(now.toEpochMilli()));
    }

    Guarded state(BsonDocument after) {
        after.forEach(this::field);
        before.forEach((field, value) -> {
            if (!Layout.RESERVED.contains(field) && !after.containsKey(field)) {
                unset.append(field, new BsonString(""));
                growth -= BsonSize.of(value);
            }
        });
        return this;
    }

    private void field(String name, BsonValue value) {
        BsonValue old = before.get(name);
        if (value.equals(old)) {
            return;
        }
        if (old != null && old.isArray() && value.isArray() && startsWith(value.asArray(), old.asArray())) {
            List<BsonValue> added = value.asArray()
                    .subList(old.asArray().size(), value.asArray().size());
            push.append(name, each(added));
            growth += BsonSize.of(new BsonArray(added));
        } else {
            set.append(name, value);
            growth += BsonSize.of(value) - (old == null ? 0 : BsonSize.of(old));
        }
    }

    /** By how many bytes the state and its events make the document larger; negative when it becomes smaller. */
    long growth() {
        return growth;
    }

    Guarded set(String field, BsonValue value) {
        set.append(field, value);
        return this;
    }

    /** Puts an element behind a list's others, of which the newest {@code most} stay. */
    void pushLast(String field, BsonValue element, int most) {
        push.append(field, each(List.of(element)).append("$slice", new BsonInt32(-most)));
    }

    Guarded tell(List<DomainEvent> events, Instant now) {
        if (events.isEmpty()) {
            return this;
        }
        BsonArray entries = entries(before, events);
        push.append(Layout.OUTBOX, each(entries));
        growth += BsonSize.of(entries);
        counts(events).forEach((source, n) -> inc.append(Layout.SEQUENCES + "." + source, new BsonInt64(n)));
        inc.append(Layout.OUTBOX_NO, new BsonInt64(events.size()));
        min.append(Layout.PENDING_SINCE, new BsonDateTime(now.toEpochMilli()));
        return this;
    }

    BsonDocument update() {
        BsonDocument update = new BsonDocument("$set", set).append("$inc", inc);
        Map.of("$unset", unset, "$push", push, "$min", min).forEach((operator, fields) -> {
            if (!fields.isEmpty()) {
                update.append(operator, fields);
            }
        });
        return update;
    }

    /** The outbox entries of these events, numbered on from what the document has told. */
    static BsonArray entries(BsonDocument before, List<DomainEvent> events) {
        Map<String, Long> last = new HashMap<>();
        BsonDocument told = before.getDocument(Layout.SEQUENCES, new BsonDocument());
        long no = Stored.number(before, Layout.OUTBOX_NO);
        List<BsonValue> entries = new ArrayList<>();
        String trace = Trace.parent();
        for (DomainEvent event : events) {
            String source = Source.ofType(event.type()).name();
            long sequence = last.computeIfAbsent(source, name -> Stored.number(told, name)) + 1;
            last.put(source, sequence);
            no++;
            BsonDocument entry = new BsonDocument("no", new BsonInt64(no))
                    .append("sequence", new BsonInt64(sequence))
                    .append("type", new BsonString(event.type()))
                    .append("at", new BsonDateTime(event.at().toEpochMilli()))
                    .append("data", new BsonString(Json.text(event)));
            entries.add(trace == null ? entry : entry.append(Trace.PARENT, new BsonString(trace)));
        }
        return new BsonArray(entries);
    }

    static Map<String, Long> counts(List<DomainEvent> events) {
        Map<String, Long> counts = new HashMap<>();
        events.forEach(event -> counts.merge(Source.ofType(event.type()).name(), 1L, Long::sum));
        return counts;
    }

    private static BsonDocument each(List<BsonValue> values) {
        return new BsonDocument("$each", new BsonArray(values));
    }

    private static boolean startsWith(BsonArray whole, BsonArray start) {
        return whole.size() >= start.size() && whole.subList(0, start.size()).equals(start.getValues());
    }
}
