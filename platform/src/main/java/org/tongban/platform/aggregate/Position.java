package org.tongban.platform.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.tongban.platform.event.Source;

/**
 * How far an aggregate has heard a source.
 *
 * @param last the highest sequence that was applied or skipped
 * @param skipped numbers up to {@code last} that were not applied and may still come
 */
record Position(long last, List<Long> skipped) {
    enum Verdict {
        APPLY,
        DROP,
        PARK
    }

    Position {
        skipped = List.copyOf(skipped);
    }

    static Position of(BsonDocument document, Source source) {
        BsonDocument positions = document.getDocument(Layout.POSITIONS, new BsonDocument());
        BsonDocument position = positions.getDocument(source.name(), new BsonDocument());
        List<Long> skipped = position.getArray("skipped", new BsonArray()).stream()
                .map(value -> value.asNumber().longValue())
                .toList();
        return new Position(Stored.number(position, "last"), skipped);
    }

    Verdict on(long sequence) {
        if (sequence == last + 1 || skipped.contains(sequence)) {
            return Verdict.APPLY;
        }
        return sequence <= last ? Verdict.DROP : Verdict.PARK;
    }

    Position applied(long sequence) {
        List<Long> rest = new ArrayList<>(skipped);
        rest.remove(Long.valueOf(sequence));
        return new Position(Math.max(last, sequence), rest);
    }

    /** Every number after {@code last} up to this one is given up for now. */
    Position skippedTo(long sequence) {
        List<Long> more = new ArrayList<>(skipped);
        for (long n = last + 1; n <= sequence; n++) {
            more.add(n);
        }
        return new Position(Math.max(last, sequence), more);
    }

    BsonDocument toBson() {
        return new BsonDocument("last", new BsonInt64(last))
                .append(
                        "skipped",
                        new BsonArray(skipped.stream().map(BsonInt64::new).toList()));
    }
}
